import { type Deviation, whatWasThere } from "../drill/deviation.js";
import type { DrillReport } from "../drill/results.js";
import { quoted } from "../syncer/printable.js";
import type { Exposed } from "./reasons.js";

/** What a cause says, whole and in its parts, for those who have little room. */
export interface CauseWords {
  /** One line. */
  readonly what: string;
  /** What helps to do something about it, a line each. */
  readonly hints: readonly string[];
  /** What is wrong, without whatever is listed. */
  readonly sentence: string;
  /** What the sentence is about, where it is a list: series, metrics, names. */
  readonly listed: readonly string[];
  /** What can be done, the last of the hints; null where that is not known. */
  readonly cure: string | null;
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
      return words("the syncer broke off", { listed: [`${brokeOff}`] });
    case "names":
      return names(deviations, exposed);
    case "late":
      return late(deviations);
    case "absent":
      return absent(deviations);
    case "lines":
      return words("lines about metrics are missing", { listed: seriesOf(deviations), there: deviations });
    default:
      return words(first === undefined ? label : sentence(first, reason));
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
  return words("rules or reasons are called by other names", {
    listed: [...new Set([...found, ...shown])].map(quoted),
    cure: "--names FILE says how yours are called (docs/drill-your-own.md)",
  });
}

function late(deviations: readonly Deviation[]): CauseWords {
  const series = seriesOf(deviations);
  const are =
    series.length === 1
      ? "1 series is absent until it first counts"
      : `${series.length} series are absent until they first count`;
  return words(are, {
    listed: series,
    there: deviations,
    cure: "create each at 0 at the start: increase() cannot see a series that is born at 1",
  });
}

function absent(deviations: readonly Deviation[]): CauseWords {
  const metrics = [...new Set(deviations.flatMap((one) => (one.kind === "absent" ? [one.metric] : [])))];
  return words(`${metrics.length === 1 ? "a metric is" : `${metrics.length} metrics are`} absent`, {
    listed: metrics,
    there: deviations,
    cure: "--metric-prefix says how the names of yours begin",
  });
}

function there(deviations: readonly Deviation[]): string[] {
  return whatWasThere(deviations)
    .slice(0, 1)
    .map((what) => `there is: ${what}`);
}

function seriesOf(deviations: readonly Deviation[]): string[] {
  return [...new Set(deviations.flatMap((one) => (one.kind === "absent" ? [one.series] : [])))];
}

/** The first of a list and how many more, as text. */
function enumerated(list: readonly string[]): string {
  const more = list.length - MOST_NAMED;
  return `${list.slice(0, MOST_NAMED).join(", ")}${more > 0 ? `, and ${more} more` : ""}`;
}

function words(
  sentence: string,
  {
    listed = [],
    there: instead = [],
    cure = null,
  }: { listed?: readonly string[]; there?: readonly Deviation[]; cure?: string | null } = {},
): CauseWords {
  return {
    what: listed.length === 0 ? sentence : `${sentence}: ${enumerated(listed)}`,
    hints: [...there(instead), ...(cure === null ? [] : [cure])],
    sentence,
    listed,
    cure,
  };
}
