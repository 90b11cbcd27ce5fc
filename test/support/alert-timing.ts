import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promtoolTest, type TestSeries } from "../../src/rules/promtool-test.js";
import type { RuleTester } from "./rule-testers.js";
import { type Rung, whatRings } from "./rung.js";
import { temporaryDirectory } from "./temp-directory.js";
import type { TimingCase } from "./timing-cases.js";
import { seriesOf } from "./watched-bot.js";

/** The case's zero, in seconds after the test's own: an hour of quiet before it. */
export const ZERO = 3600;

/** When an alert fired: seconds since the case's zero, from the first to the last evaluation. */
export interface Firing {
  readonly alert: string;
  /** Empty where the alert rings for all. */
  readonly instance: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly from: number;
  readonly to: number;
}

/** What fired in each case, by its name, as this tester says of these rule files. */
export function measureTiming(
  tester: RuleTester,
  cases: readonly TimingCase[],
  rules: readonly string[],
  extra: (one: TimingCase) => readonly TestSeries[] = () => [],
): ReadonlyMap<string, readonly Firing[]> {
  const intervals = [...new Set(cases.map(({ evaluationSeconds }) => evaluationSeconds))];
  const rung = intervals.flatMap((interval) => {
    const directory = temporaryDirectory();
    const files = rules.map((text, at) => {
      const name = `pack-${at}.rules.yml`;
      writeFileSync(join(directory, name), text);
      return name;
    });
    const tests = cases
      .filter(({ evaluationSeconds }) => evaluationSeconds === interval)
      .map((one) => ({
        one,
        name: one.name,
        scrapeSeconds: one.scrapeSeconds,
        series: [...one.bots.flatMap((bot) => seriesOf(bot, scrapesOf(one, tester))), ...extra(one)],
        probes: timesOf(one),
      }));
    const file = join(directory, "timing.test.yml");
    writeFileSync(
      file,
      promtoolTest(files, interval, tests, ({ name, probes }) => ({
        promql_expr_test: probes.map((seconds) => ({
          expr: whatRings(name),
          eval_time: `${seconds}s`,
          exp_samples: [],
        })),
      })),
    );
    return tester.ringsOf(file);
  });
  return new Map(
    cases.map((one) => [
      one.name,
      firingsIn(
        one,
        rung.filter(({ name }) => name === one.name),
      ),
    ]),
  );
}

function scrapesOf(one: TimingCase, { origin }: RuleTester) {
  return { interval: one.scrapeSeconds, from: -ZERO, to: one.observed, zero: origin + ZERO };
}

function timesOf({ evaluationSeconds, observed }: TimingCase): number[] {
  const length = Math.floor((ZERO + observed) / evaluationSeconds) + 1;
  return Array.from({ length }, (_, at) => at * evaluationSeconds);
}

/** An alert that pauses rings twice. */
function firingsIn({ evaluationSeconds }: TimingCase, rung: readonly Rung[]): Firing[] {
  const firings: Firing[] = [];
  for (const { labels, seconds } of [...rung].sort((a, b) => a.seconds - b.seconds)) {
    const at = seconds - ZERO;
    const same = firings.findIndex(
      (one) => JSON.stringify(one.labels) === JSON.stringify(labels) && one.to === at - evaluationSeconds,
    );
    const { alertname: alert = "", instance = "" } = labels;
    const before = firings[same];
    if (before === undefined) firings.push({ alert, instance, labels, from: at, to: at });
    else firings[same] = { ...before, to: at };
  }
  return firings;
}

/** What is wrong with the pages of a case: each divergence must be paged, in time, and none twice. */
export function pageFaults({ episodes, pages }: TimingCase, firings: readonly Firing[]): string[] {
  const rung = firings.filter(({ alert }) => alert.includes("Mismatch")).filter(({ to }) => to >= 0);
  const late = episodes.filter(
    ({ instance, at }) =>
      !rung.some(
        (one) => one.from >= at && one.from <= at + LATEST_PAGE && ["", instance].includes(one.instance),
      ),
  );
  return [
    ...late.map(({ instance, at }) => `nobody is paged for ${instance} at ${at}`),
    ...(rung.length === pages ? [] : [`${rung.length} pages in place of ${pages}`]),
  ];
}

/** The page comes at the latest by then, in seconds after the scrape that shows the mismatch. */
const LATEST_PAGE = 480;
