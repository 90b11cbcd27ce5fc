import { type Deviation, LAST_TS, UNNAMED_ROW } from "../drill/deviation.js";
import type { DrillReport } from "../drill/results.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";

const SERIES = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? /;
const LABEL = /(?<![a-zA-Z0-9_])(rule|reason)="((?:[^"\\]|\\.)*)"/g;
const KNOWN: readonly string[] = [...MISMATCH_RULES, ...FETCH_ERROR_REASONS];

/** What the metrics texts of a run showed, in any of its drills. */
export interface Exposed {
  readonly metrics: ReadonlySet<string>;
  /** `metric{rule="word"}`, whatever other labels it has. */
  readonly series: ReadonlySet<string>;
  /** Words in the labels `rule` and `reason` that are not the contract's, by metric. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>;
  /** Findings that were not as they had to be, in any drill. */
  readonly misfound: readonly Misfound[];
}

type Misfound = Extract<Deviation, { kind: "missed" | "surplus" }>;
type Absent = Extract<Deviation, { kind: "absent" }>;
type Value = Extract<Deviation, { kind: "value" }>;
type Other = Extract<Deviation, { kind: "other" }>;

/** Reads all metrics texts that a run kept, and what of it failed. */
export function exposedIn({ drills }: DrillReport): Exposed {
  const metrics = new Set<string>();
  const series = new Set<string>();
  const foreign = new Map<string, Set<string>>();
  const texts = drills.flatMap(({ id, files }) => files.get(`drill_${id}_metrics.txt`) ?? []);
  for (const line of texts.flatMap((text) => text.split("\n"))) {
    const [, metric, labels = ""] = SERIES.exec(line) ?? [];
    if (metric === undefined) continue;
    metrics.add(metric);
    for (const [, label = "", word = ""] of labels.matchAll(LABEL)) {
      series.add(`${metric}{${label}="${word}"}`);
      if (!KNOWN.includes(word)) foreign.set(metric, (foreign.get(metric) ?? new Set()).add(word));
    }
  }
  const misfound = drills
    .flatMap(({ checks }) => checks)
    .flatMap(({ deviations = [] }) => deviations)
    .filter(isMisfound);
  return { metrics, series, foreign, misfound };
}

/**
 * What a deviation comes from: the same text for all that comes from the same.
 *
 * @param beside all deviations of the same drill.
 */
export function reasonOf(deviation: Deviation, beside: readonly Deviation[], exposed: Exposed): string {
  switch (deviation.kind) {
    case "broke_off":
    case "unnamed":
      return deviation.kind === "unnamed" ? "names" : deviation.kind;
    case "missed":
      return beside.some(({ kind }) => kind === "unnamed") ? "names" : `missed ${deviation.rule}`;
    case "surplus":
      return `surplus ${deviation.rule}`;
    case "absent":
      return reasonOfAbsence(deviation, exposed);
    case "value":
      return reasonOfValue(deviation, beside, exposed);
    default:
      return reasonOfOther(deviation, beside, exposed);
  }
}

function reasonOfAbsence(
  { metric, series, there }: Absent,
  { metrics, series: all, foreign }: Exposed,
): string {
  if (!metrics.has(metric)) return "absent";
  const isComment = series.startsWith("#");
  if (isComment && there.startsWith(metric)) return "lines";
  const isNamedElse = !isComment && foreign.has(metric) && !all.has(series);
  return isNamedElse ? "names" : "late";
}

// A counter that does not count what was not found says nothing new; a gauge of a last ts that is wrong neither.
function reasonOfValue(
  { metric, series, rule }: Value,
  beside: readonly Deviation[],
  exposed: Exposed,
): string {
  const ofRule = (one: Deviation) => isMisfound(one) && one.rule === rule;
  const found = beside.find(ofRule) ?? exposed.misfound.find(ofRule);
  if (found !== undefined) return reasonOf(found, beside, exposed);
  const last = beside.find(
    (one) => metric.endsWith("_last_ts") && one.kind === "other" && one.what === LAST_TS.what,
  );
  return last === undefined ? `value ${series}` : reasonOf(last, beside, exposed);
}

// What was not found names nothing.
function reasonOfOther({ what }: Other, beside: readonly Deviation[], exposed: Exposed): string {
  const found =
    what === UNNAMED_ROW.what ? beside.find((one) => isMisfound(one) || one.kind === "unnamed") : undefined;
  return found === undefined ? `other ${what}` : reasonOf(found, beside, exposed);
}

function isMisfound(deviation: Deviation): deviation is Misfound {
  return deviation.kind === "missed" || deviation.kind === "surplus";
}
