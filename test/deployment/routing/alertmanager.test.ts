import { expect, it, onTestFinished } from "vitest";
import { readAlertmanagerConfiguration } from "../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../src/deployment/routing/judge.js";
import type { Moment } from "../../../src/deployment/routing/judgement.js";
import { readSilences } from "../../../src/deployment/routing/suppression/read-silences.js";
import { isRecord } from "../../../src/syncer/field-reader.js";
import { Alertmanager, onEachAlertmanager } from "../../support/alertmanager/alertmanager.js";
import { Chance } from "../../support/alertmanager/chance.js";
import {
  generatedLabels,
  generatedMatchers,
  generatedRoute,
  LABEL_NAMES,
} from "../../support/alertmanager/generated-routes.js";
import { AT_LENGTH } from "../../support/at-length.js";
import { activeAlertsIn } from "../../support/deployment/active-alerts.js";
import { patient } from "../../support/patience.js";
import { seedOfRun } from "../../support/random.js";

const ROUNDS = AT_LENGTH ? 8 : 1;
const ALERTS = 60;
const RECEIVERS = ["a", "b", "c", "d"];
const HOUR = 3_600_000;

/** What makes sure that each kind of suppression is there, whatever chance makes beside it. */
const SURE_RULES = [
  { source_matchers: ["alertname=Source"], target_match: { alertname: "Target" } },
  { source_matchers: ["alertname=TwoSides"], target_matchers: ["alertname=~TwoSides.*"] },
];
const SURE_ALERTS = ["Source", "Target", "TwoSides", "TwoSidesTarget", "Silenced"].map((alertname) => ({
  alertname,
}));

/** A configuration with inhibition rules, old and new. */
function generatedConfiguration(chance: Chance): string {
  const inhibit = () => ({
    ...side(chance, "source"),
    ...side(chance, "target"),
    equal: chance.list(0, 1, () => chance.of(LABEL_NAMES)),
  });
  return JSON.stringify({
    route: generatedRoute(chance, RECEIVERS, false),
    receivers: RECEIVERS.map((name) => ({ name })),
    inhibit_rules: [...chance.list(2, 4, inhibit), ...SURE_RULES],
  });
}

function side(chance: Chance, name: string): Record<string, unknown> {
  if (chance.often(0.4)) return { [`${name}_match`]: { severity: chance.of(["critical", "warning", ""]) } };
  if (chance.often(0.5)) return { [`${name}_match_re`]: { team: chance.of(["[a-d].*", "(?i)[A-K].*|"]) } };
  return { [`${name}_matchers`]: generatedMatchers(chance, false) };
}

const SILENCED = { name: "alertname", value: "Silenced", isRegex: false, isEqual: true };

function generatedSilence(chance: Chance): unknown {
  const matchers = chance.list(2, 3, () => ({
    name: chance.of(LABEL_NAMES),
    value: chance.of(["account", "critical", "[a-k].*", "(?i)ACC.*", "x-1", ".+"]),
    isRegex: chance.often(0.6),
    isEqual: chance.often(0.85),
  }));
  return silence(matchers, Date.now() + chance.of([0, 0, 0, HOUR]));
}

function silence(matchers: unknown, from: number): unknown {
  const [startsAt, endsAt] = [from, from + HOUR].map((moment) => new Date(moment).toISOString());
  return { matchers, startsAt, endsAt, createdBy: "max", comment: "maintenance" };
}

/** What the server says of one alert. */
interface Said {
  readonly labels: Readonly<Record<string, string>>;
  readonly receivers: readonly string[];
  readonly inhibitedBy: readonly string[];
  readonly silencedBy: readonly string[];
}

function saidOf(row: unknown): Said {
  if (!isRecord(row) || !isRecord(row.status)) throw new Error("an alert has another shape");
  const receivers = Array.isArray(row.receivers) ? row.receivers : [];
  const ids = (value: unknown) => (Array.isArray(value) ? value.map(String).sort() : []);
  return {
    labels: Object.fromEntries(Object.entries(row.labels ?? {})),
    receivers: receivers.map(({ name }) => String(name)),
    inhibitedBy: ids(row.status.inhibitedBy),
    silencedBy: ids(row.status.silencedBy),
  };
}

function versionOf(status: unknown): { text: string; version: string } {
  if (!isRecord(status) || !isRecord(status.config) || !isRecord(status.versionInfo))
    throw new Error("no status");
  return { text: String(status.config.original), version: String(status.versionInfo.version) };
}

onEachAlertmanager((program) => {
  it(`says the same of ${ALERTS} alerts, by its own API (${ROUNDS} configurations)`, {
    timeout: patient(300_000),
  }, async () => {
    const first = seedOfRun();
    const tally = { alerts: 0, inhibited: 0, silenced: 0, cannotTell: 0 };
    for (let seed = first; seed < first + ROUNDS; seed++) {
      const chance = new Chance(seed);
      const server = await Alertmanager.start(program, generatedConfiguration(chance), onTestFinished);
      const endsAt = new Date(Date.now() + HOUR).toISOString();
      const labels = [...SURE_ALERTS, ...chance.list(ALERTS, ALERTS, () => generatedLabels(chance))];
      await server.post(
        "/api/v2/alerts",
        labels.map((own) => ({ labels: own, endsAt })),
      );
      await server.post("/api/v2/silences", silence([SILENCED], Date.now()));
      for (const generated of chance.list(2, 4, () => generatedSilence(chance))) {
        await server.post("/api/v2/silences", generated).catch(refusedAsEmpty);
      }
      const { text, version } = versionOf(await server.get("/api/v2/status"));
      const configuration = readAlertmanagerConfiguration(text, version);
      const compare = async () => {
        const answer = await server.get("/api/v2/alerts");
        const moment: Moment = {
          now: Date.now(),
          silences: readSilences(await server.get("/api/v2/silences")),
          activeAlerts: activeAlertsIn(answer),
        };
        const said = (Array.isArray(answer) ? answer : []).map(saidOf);
        const differences = said.flatMap((alert) => differencesOf(alert, configuration, moment));
        return { said, differences, configuration, moment };
      };
      // The server feeds its inhibition rules beside the answer to the POST.
      await expect.poll(async () => (await compare()).differences, { timeout: patient(10_000) }).toEqual([]);
      const { said, moment } = await compare();
      tally.alerts += said.length;
      tally.inhibited += said.filter(({ inhibitedBy }) => inhibitedBy.length > 0).length;
      tally.silenced += said.filter(({ silencedBy }) => silencedBy.length > 0).length;
      tally.cannotTell += said.filter(({ labels }) => isUntold(judge(configuration, labels, moment))).length;
      await server.stop();
    }
    console.log(`${program}: SEED=${first}`, JSON.stringify(tally));
    expect(tally.inhibited).toBeGreaterThanOrEqual(ROUNDS);
    expect(tally.silenced).toBeGreaterThanOrEqual(ROUNDS);
    expect(tally.cannotTell).toBeLessThan(tally.alerts / 2);
  });
});

/** A silence that every alert without labels would match is refused. */
function refusedAsEmpty(thrown: unknown): void {
  if (
    !(thrown instanceof Error && /at least one matcher must not match the empty string/.test(thrown.message))
  ) {
    throw thrown;
  }
}

function isUntold(judgement: ReturnType<typeof judge>): boolean {
  return judgement.cannotTellRoute.length > 0 || judgement.cannotTellSuppressed.length > 0;
}

/** Where our judgement of an alert is not the server's; nothing is compared that cannot be told. */
function differencesOf(
  said: Said,
  configuration: ReturnType<typeof readAlertmanagerConfiguration>,
  moment: Moment,
): unknown[] {
  const judgement = judge(configuration, said.labels, moment);
  if (isUntold(judgement)) return [];
  const inhibitor = moment.activeAlerts.filter(({ fingerprint }) => said.inhibitedBy.includes(fingerprint));
  const byItAlone = judge(configuration, said.labels, { ...moment, activeAlerts: inhibitor });
  const ours = {
    labels: said.labels,
    receivers: judgement.paths.map(({ receiver }) => receiver),
    inhibited: [judgement.inhibitedBy.length > 0, byItAlone.inhibitedBy.length > 0],
    silencedBy: judgement.silencedBy.map(({ id }) => id).sort(),
  };
  const isInhibited = said.inhibitedBy.length > 0;
  const theirs = {
    labels: said.labels,
    receivers: said.receivers,
    inhibited: [isInhibited, isInhibited],
    silencedBy: said.silencedBy,
  };
  return JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [{ ours, theirs }];
}
