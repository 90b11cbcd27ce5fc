import { expect, it } from "vitest";
import { parseSettings } from "../../src/rules/parse-settings.js";
import { measureTiming, pageFaults, ZERO } from "../support/alert-timing.js";
import { AT_LENGTH } from "../support/at-length.js";
import { leftOut } from "../support/left-out.js";
import { byItself, onePageCases } from "../support/one-page-cases.js";
import { patient } from "../support/patience.js";
import { onEachTester, type RuleTester } from "../support/rule-testers.js";
import { BOTS, diverging, HOUR, newBot, TABLE_CASES, type TimingCase } from "../support/timing-cases.js";
import { seriesOf } from "../support/watched-bot.js";

const CASES = onePageCases(AT_LENGTH);
/** Of each of these a pack that rings by account or instance is asked. */
const GROUPED_CASES = [...(AT_LENGTH ? TABLE_CASES : []), ...onePageCases(false)];
/** It ends a hang; on a busy machine a minute of work takes several. */
const PATIENT = { timeout: patient(600_000) };
leftOut(!AT_LENGTH, "most joinings, restarts and groupings", "npm run test:pages tries them all");

function faultsOf(
  cases: readonly TimingCase[],
  measured: ReturnType<typeof measureTiming>,
  isOurs: (labels: Readonly<Record<string, string>>) => boolean = () => true,
): string[] {
  return cases.flatMap((one) =>
    pageFaults(
      one,
      (measured.get(one.name) ?? []).filter(({ labels }) => isOurs(labels)),
    ).map((fault) => `${one.name}: ${fault}`),
  );
}

/** Another pack's bot, which diverges for an hour around the case. */
function anothers({ observed, scrapeSeconds }: TimingCase, tester: RuleTester) {
  const bot = { instance: "other:9464", mismatches: diverging(-600, HOUR) };
  const scrapes = { interval: scrapeSeconds, from: -ZERO, to: observed, zero: tester.origin + ZERO };
  return seriesOf(bot, scrapes).map((series) => ({
    ...series,
    series: series.series.replace("grinder_account_sync", "staging_sync"),
  }));
}

onEachTester((tester) => {
  it("pages once for each divergence, by one of the two alerts", PATIENT, () => {
    const measured = measureTiming(tester, CASES, [tester.render(parseSettings([]))]);
    expect(faultsOf(CASES, measured)).toEqual([]);
  });

  it.each(AT_LENGTH ? ["account", "instance", "account,instance"] : ["account,instance"])(
    "pages once for each by itself: spike-by=%s",
    PATIENT,
    (by) => {
      const cases = GROUPED_CASES.filter(
        ({ name }) => by !== "instance" || !name.includes("account hedge"),
      ).map(byItself);
      const measured = measureTiming(tester, cases, [tester.render(parseSettings([`spike-by=${by}`]))]);
      expect(faultsOf(cases, measured)).toEqual([]);
    },
  );

  it.each([
    { ours: [], others: ["label.env=staging"], isOurs: (env: string | undefined) => env === undefined },
    { ours: ["label.env=live"], others: [], isOurs: (env: string | undefined) => env === "live" },
    {
      ours: ["label.env=live"],
      others: ["label.env=staging"],
      isOurs: (env: string | undefined) => env === "live",
    },
  ])(
    "is not silenced by another pack that rings: ours $ours, the other $others",
    PATIENT,
    ({ ours, others, isOurs }) => {
      const cases = [
        newBot(30, "first seen at 1"),
        ...TABLE_CASES.filter(({ name }) => name.includes("restarted")),
      ];
      const packs = [parseSettings(ours), parseSettings(["prefix=staging_sync", ...others])].map(
        tester.render,
      );
      const measured = measureTiming(tester, cases, packs, (one) => anothers(one, tester));
      expect(
        faultsOf(cases, measured, ({ env, instance }) => isOurs(env) && instance !== BOTS.quiet),
      ).toEqual([]);
    },
  );
});
