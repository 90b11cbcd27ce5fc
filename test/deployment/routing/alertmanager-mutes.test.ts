import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { readAlertmanagerConfiguration } from "../../../src/deployment/routing/configuration/read-alertmanager-configuration.js";
import { judge } from "../../../src/deployment/routing/judge.js";
import { Alertmanager, onEachAlertmanager } from "../../support/alertmanager/alertmanager.js";
import { Chance } from "../../support/alertmanager/chance.js";
import { listen, stop } from "../../support/local-server.js";
import { patient } from "../../support/patience.js";
import { seedOfRun } from "../../support/random.js";

const INTERVALS = 16;
const HOUR = 3_600_000;
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ZONES = [
  "UTC",
  "Asia/Tokyo",
  "America/St_Johns",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
  "Europe/Berlin",
];

/** An interval whose edges lie near the moment, but hardly so near that it begins or ends while the test runs. */
function generatedInterval(chance: Chance, now: Date): Record<string, unknown> {
  const day = DAYS[(now.getUTCDay() + chance.from(6, 8)) % 7];
  const dayOfMonth = chance.of([String(now.getUTCDate()), "-1", "1:15", "16:31", "-15:-1"]);
  return {
    ...(chance.often(0.5)
      ? { weekdays: [chance.of([`${day}`, "monday:friday", "saturday", "sunday:saturday"])] }
      : {}),
    ...(chance.often(0.3) ? { days_of_month: [dayOfMonth] } : {}),
    ...(chance.often(0.3)
      ? { months: [chance.of([`${now.getUTCMonth() + 1}`, "january:june", "july:december"])] }
      : {}),
    ...(chance.often(0.3) ? { years: [chance.of([`${now.getUTCFullYear()}`, "2000:2010"])] } : {}),
    ...(chance.often(0.5) ? { times: [quarterOfDay(chance, now)] } : {}),
    ...(chance.often(0.7) ? { location: chance.of(ZONES) } : {}),
  };
}

/** Six hours of the day; the whole day where in some zone (their clocks differ by half hours) an edge comes soon. */
function quarterOfDay(chance: Chance, now: Date): { start_time: string; end_time: string } {
  const minutes = now.getUTCMinutes() % 30;
  const quarter = chance.from(0, 3);
  const isSafe = minutes > 0 && minutes < 27;
  const [start, end] = isSafe ? [6 * quarter, 6 * quarter + 6] : [0, 24];
  return {
    start_time: `${String(start).padStart(2, "0")}:00`,
    end_time: `${String(end).padStart(2, "0")}:00`,
  };
}

/** What 0.28 says of the alerts that it mutes, by their names; nothing where it says nothing, as 0.25. */
function mutedBy(groups: unknown): Record<string, unknown> | undefined {
  const alerts = (Array.isArray(groups) ? groups : []).flatMap((group) => group.alerts);
  if (alerts.some(({ status }) => status.mutedBy === undefined)) return undefined;
  const muted = alerts.filter(({ status }) => status.mutedBy.length > 0);
  return Object.fromEntries(muted.map(({ labels, status }) => [labels.alertname, status.mutedBy]));
}

/** A route for each interval that mutes, and one for each that has to be active; the alert of each has its name. */
function configurationOf(intervals: readonly unknown[], url: string): string {
  const routes = intervals.flatMap((_, index) => [
    { matchers: [`alertname=M${index}`], mute_time_intervals: [`i${index}`] },
    { matchers: [`alertname=A${index}`], active_time_intervals: [`i${index}`, "never"] },
  ]);
  const named = intervals.map((interval, index) => ({ name: `i${index}`, time_intervals: [interval] }));
  return JSON.stringify({
    route: { receiver: "hook", group_by: ["..."], group_wait: "0s", routes },
    receivers: [{ name: "hook", webhook_configs: [{ url }] }],
    time_intervals: named.filter((_, index) => index % 2 === 0),
    mute_time_intervals: [
      ...named.filter((_, index) => index % 2 === 1),
      { name: "never", time_intervals: [{ years: ["1999"] }] },
    ],
  });
}

onEachAlertmanager((program) => {
  it(`keeps quiet in the intervals in which we say so: ${INTERVALS} of them`, async () => {
    const seed = seedOfRun();
    const chance = new Chance(seed);
    const notified = new Set<string>();
    const hook = createServer((request, response) => {
      let body = "";
      request.on("data", (piece) => {
        body += String(piece);
      });
      request.on("end", () => {
        for (const { labels } of JSON.parse(body).alerts) notified.add(labels.alertname);
        response.end();
      });
    });
    const url = await listen(hook);
    onTestFinished(() => stop(hook));
    const intervals = chance.list(INTERVALS, INTERVALS, () => generatedInterval(chance, new Date()));
    const text = configurationOf(intervals, url);
    const server = await Alertmanager.start(program, text, onTestFinished);
    const names = intervals.flatMap((_, index) => [`M${index}`, `A${index}`]);
    const endsAt = new Date(Date.now() + HOUR).toISOString();
    const fire = (alertnames: readonly string[]) =>
      server.post(
        "/api/v2/alerts",
        alertnames.map((alertname) => ({ labels: { alertname }, endsAt })),
      );
    await fire(names);
    await expect
      .poll(() => server.get("/api/v2/alerts/groups"), { timeout: patient(10_000) })
      .toHaveLength(names.length);
    await fire(["Last"]);
    await expect.poll(() => notified.has("Last"), { timeout: patient(10_000) }).toBe(true);

    const configuration = readAlertmanagerConfiguration(text, "0.28.1");
    const moment = { now: Date.now(), silences: [], activeAlerts: [] };
    const judged = names.map((alertname) => {
      const [path] = judge(configuration, { alertname }, moment).paths;
      return { alertname, by: path?.mutedBy.map(({ interval }) => interval) ?? ["no path"] };
    });
    const heard = judged.filter(({ by }) => by.length === 0).map(({ alertname }) => alertname);
    const muted = judged.filter(({ by }) => by.length > 0).map(({ alertname, by }) => [alertname, by]);
    console.log(`${program}: SEED=${seed}, ${heard.length} of ${names.length} heard`);
    await expect
      .poll(() => names.filter((name) => notified.has(name)), { timeout: patient(10_000) })
      .toEqual(heard);
    const told = mutedBy(await server.get("/api/v2/alerts/groups"));
    if (told !== undefined) expect(told).toEqual(Object.fromEntries(muted));
    const version = /"version":"0\.([0-9]+)/.exec(JSON.stringify(await server.get("/api/v2/status")))?.[1];
    expect(told !== undefined, "only from 0.28 on does it say so").toBe(Number(version) >= 28);
  });
});
