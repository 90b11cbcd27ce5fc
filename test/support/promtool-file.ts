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
  /** At which seconds each of the alerts is expected not to fire: what fires is reported. */
  readonly probes: readonly number[];
}

/** A promtool test that expects silence, as JSON, which is YAML too. Its failures say when what fires. */
export function silenceTest(
  rulesFile: string,
  evaluationSeconds: number,
  alerts: readonly string[],
  cases: readonly TestCase[],
): string {
  return JSON.stringify({
    rule_files: [rulesFile],
    evaluation_interval: `${evaluationSeconds}s`,
    tests: cases.map(({ name, scrapeSeconds, series, probes }) => ({
      name,
      interval: `${scrapeSeconds}s`,
      input_series: series.map(({ series: label, values }) => ({
        series: label,
        values: valuesText(values),
      })),
      alert_rule_test: probes.flatMap((seconds) =>
        alerts.map((alertname) => ({ eval_time: `${seconds}s`, alertname, exp_alerts: [] })),
      ),
    })),
  });
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
  return runs.map(({ text, length }) => (length === 1 ? text : runText(text, length))).join(" ");
}

function runText(text: string, length: number): string {
  return text === "_" ? `_x${length}` : text === "stale" ? text : `${text}x${length - 1}`;
}

/** When which alert fired, of promtool's report on a {@link silenceTest}. */
export function firingsOf(
  output: string,
): { readonly name: string; readonly alert: string; readonly seconds: number }[] {
  return [...output.matchAll(/name: ([^\n]*),\n\s*alertname: (\w+), time: (\S+),/g)].map(
    ([, name = "", alert = "", time = ""]) => ({ name, alert, seconds: secondsOf(time) }),
  );
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3600, m: 60, s: 1 };

function secondsOf(duration: string): number {
  return [...duration.matchAll(/([0-9]+)([dhms])/g)].reduce(
    (sum, [, count, unit = ""]) => sum + Number(count) * (UNITS[unit] ?? Number.NaN),
    0,
  );
}
