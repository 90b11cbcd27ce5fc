import { type Deviation, whatWasThere } from "../drill/deviation.js";
import type { DrillReport } from "../drill/results.js";
import { quoted } from "../syncer/printable.js";
import type { Exposed } from "./reasons.js";

/** What a cause says: one line, and what helps to do something about it. */
export interface CauseWords {
  readonly what: string;
  readonly hints: readonly string[];
}

const MOST_NAMED = 6;

/**
 * The words for what comes from one reason.
 *
 * @param label of the check that says it first, which speaks where there is nothing better.
 */
export function causeWords(
  reason: string,
  deviations: readonly Deviation[],
  label: string,
  { brokeOff }: DrillReport,
  exposed: Exposed,
): CauseWords {
  const [first] = deviations;
  switch (reason) {
    case "broke_off":
      return plain(`the syncer broke off: ${brokeOff}`);
    case "names":
      return names(deviations, exposed);
    case "late":
      return late(deviations);
    case "absent":
      return absent(deviations);
    case "lines":
      return {
        what: `lines about metrics are missing: ${listed(seriesOf(deviations))}`,
        hints: there(deviations),
      };
    default:
      return first === undefined ? plain(label) : plain(sentence(first, reason));
  }
}

function sentence(deviation: Deviation, reason: string): string {
  const [kind, rule] = reason.split(" ");
  if (kind === "missed") return `${rule} is not found`;
  if (kind === "surplus") return `${rule} is reported too often, or where nothing is wrong`;
  if (deviation.kind === "value") return `${deviation.series} shows another value`;
  return deviation.kind === "other" ? deviation.what : reason;
}

function names(deviations: readonly Deviation[], { foreign }: Exposed): CauseWords {
  const found = deviations.flatMap((one) => (one.kind === "unnamed" ? [one.rule] : []));
  const shown = deviations.flatMap((one) =>
    one.kind === "absent" ? [...(foreign.get(one.metric) ?? [])] : [],
  );
  const words = [...new Set([...found, ...shown])].map(quoted);
  return {
    what: `rules or reasons are called by other names: ${listed(words)}`,
    hints: ["--names FILE says how yours are called (docs/drill-your-own.md)"],
  };
}

function late(deviations: readonly Deviation[]): CauseWords {
  const series = seriesOf(deviations);
  const are =
    series.length === 1
      ? "1 series is absent until it first counts"
      : `${series.length} series are absent until they first count`;
  return {
    what: `${are}: ${listed(series)}`,
    hints: [
      ...there(deviations),
      "create each at 0 at the start: increase() cannot see a series that is born at 1",
    ],
  };
}

function absent(deviations: readonly Deviation[]): CauseWords {
  const metrics = [...new Set(deviations.flatMap((one) => (one.kind === "absent" ? [one.metric] : [])))];
  return {
    what: `${metrics.length === 1 ? "a metric is" : `${metrics.length} metrics are`} absent: ${listed(metrics)}`,
    hints: [...there(deviations), "--metric-prefix says how the names of yours begin"],
  };
}

function there(deviations: readonly Deviation[]): string[] {
  return whatWasThere(deviations)
    .slice(0, 1)
    .map((what) => `there is: ${what}`);
}

function seriesOf(deviations: readonly Deviation[]): string[] {
  return [...new Set(deviations.flatMap((one) => (one.kind === "absent" ? [one.series] : [])))];
}

function listed(words: readonly string[]): string {
  const more = words.length - MOST_NAMED;
  return `${words.slice(0, MOST_NAMED).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function plain(what: string): CauseWords {
  return { what, hints: [] };
}
