/** One series of a promtool test: its name with labels, and a value for each scrape; null where there is none. */
export interface TestSeries {
  readonly series: string;
  readonly values: readonly (number | "stale" | null)[];
}

/** One case of a promtool test. */
export interface TestCase {
  readonly name: string;
  readonly scrapeSeconds: number;
  readonly series: readonly TestSeries[];
  /** At which seconds to look at the alerts. */
  readonly probes: readonly number[];
}

/** What a rule file's alerts did, in a case, at a second. */
export interface Fired {
  readonly name: string;
  readonly alert: string;
  readonly seconds: number;
}

/** A promtool test that expects silence, as JSON, which is YAML too. Its failures say when what fires. */
export function silenceTest(
  rulesFile: string,
  evaluationSeconds: number,
  alerts: readonly string[],
  cases: readonly TestCase[],
): string {
  return promtoolTest(rulesFile, evaluationSeconds, cases, ({ probes }) => ({
    alert_rule_test: probes.flatMap((seconds) =>
      alerts.map((alertname) => ({ eval_time: `${seconds}s`, alertname, exp_alerts: [] })),
    ),
  }));
}

/** A promtool test of cases, each with what `expected` says of it. */
export function promtoolTest<Case extends TestCase>(
  rulesFiles: string | readonly string[],
  evaluationSeconds: number,
  cases: readonly Case[],
  expected: (one: Case) => object,
): string {
  const document = {
    rule_files: [rulesFiles].flat(),
    evaluation_interval: `${evaluationSeconds}s`,
    tests: cases.map((one) => ({
      name: one.name,
      interval: `${one.scrapeSeconds}s`,
      input_series: one.series.map(({ series, values }) => ({ series, values: valuesText(values) })),
      ...expected(one),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** When which alert fired, of promtool's report on a {@link silenceTest}. */
export function firingsOf(output: string): Fired[] {
  return [...output.matchAll(/name: ([^\n]*),\n\s*alertname: (\w+), time: (\S+),/g)].map(
    ([, name = "", alert = "", time = ""]) => ({ name, alert, seconds: secondsOf(time) }),
  );
}

// Runs of one value are written once, with promtool's `x` for their length.
function valuesText(values: TestSeries["values"]): string {
  const runs: { text: string; length: number }[] = [];
  for (const value of values) {
    const text = value === null ? "_" : String(value);
    const last = runs.at(-1);
    if (last?.text === text) last.length++;
    else runs.push({ text, length: 1 });
  }
  return runs.map(({ text, length }) => runText(text, length)).join(" ");
}

function runText(text: string, length: number): string {
  if (length === 1) return text;
  return text === "_" ? `_x${length}` : `${text}x${length - 1}`;
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

/** The seconds of a duration in promtool's reports, of several units. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/([0-9]+)([dhms])/g)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? Number.NaN),
    0,
  );
}
