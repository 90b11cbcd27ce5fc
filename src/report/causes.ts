import type { Deviation } from "../drill/deviation.js";
import type { CheckResult, DrillReport, DrillResult } from "../drill/results.js";
import { type CauseWords, causeWords } from "./cause-words.js";
import { type Exposed, exposedIn, reasonOf } from "./reasons.js";
import { letterOf } from "./wording.js";

/** How many causes people are told at once; the rest is in the evidence. */
export const MOST_CAUSES = 8;

/** A check of a drill. */
export interface CheckOfDrill {
  readonly drill: DrillResult;
  readonly check: CheckResult;
}

/** One root cause of a run that failed: all checks that fail by it are told by one line. */
export interface Cause extends CauseWords {
  /** The check that says it first, with what it expected and what came; null where none does. */
  readonly first: CheckOfDrill | null;
  /** How many checks fail by it beside the first. Each check counts to one cause. */
  readonly following: number;
}

// What comes first is what the rest of a drill follows from.
const KINDS: readonly Deviation["kind"][] = [
  "broke_off",
  "unnamed",
  "missed",
  "surplus",
  "absent",
  "value",
  "other",
];

interface Failure {
  readonly reason: string;
  readonly at: CheckOfDrill;
  /** Whether the check counts to this reason, and not to another that it has too. */
  readonly counts: boolean;
  readonly deviations: readonly Deviation[];
}

/**
 * Why a run failed: one cause for all that trips over the same thing, in the order in which the drills say it. A syncer
 * that broke off comes first. None for a run that passed.
 */
export function causesOf(report: DrillReport): readonly Cause[] {
  const exposed = exposedIn(report);
  const failures = report.drills.flatMap((drill) => failuresOf(drill, exposed));
  const reasons = new Set([
    ...(report.brokeOff === null ? [] : ["broke_off"]),
    ...failures.map(({ reason }) => reason),
  ]);
  return [...reasons].map((reason) => {
    const ofReason = failures.filter((one) => one.reason === reason);
    const counting = ofReason.filter(({ counts }) => counts);
    // The one that shows it, before one that only follows.
    const saying = counting.find((one) => one.deviations.length > 0) ?? counting[0] ?? ofReason[0];
    const first = saying?.at ?? null;
    const deviations = ofReason.flatMap((one) => one.deviations);
    return {
      ...causeWords(reason, deviations, first?.check.label ?? "", report, exposed),
      first,
      following: Math.max(counting.length - 1, 0),
    };
  });
}

/** `negative_qty is not found (drill B); 3 more checks follow from it`: a cause in one line. */
export function causeLine(cause: Cause): string {
  const { what, first } = cause;
  const follow = followingOf(cause);
  return `${what}${first === null ? "" : ` (${placeOf(first)})`}${follow === "" ? "" : `; ${follow}`}`;
}

/** `3 more checks follow from it`; empty where none does. */
export function followingOf({ following }: Cause): string {
  if (following === 0) return "";
  return `${following} more ${following === 1 ? "check follows" : "checks follow"} from it`;
}

/** `drill B`, or `guard`. */
export function placeOf({ drill }: CheckOfDrill): string {
  const letter = letterOf(drill);
  return letter.length === 1 ? `drill ${letter}` : letter;
}

/** The failed checks of a drill by reason; one without a reason of its own follows from the drill's first. */
function failuresOf(drill: DrillResult, exposed: Exposed): Failure[] {
  const failed = drill.checks.filter(({ status }) => status === "failed");
  const all = failed.flatMap(({ deviations = [] }) => deviations);
  const reason = (deviation: Deviation) => reasonOf(deviation, all, exposed);
  const [strongest] = all.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const main = strongest === undefined ? `${drill.id}: ${failed[0]?.label}` : reason(strongest);
  return failed.flatMap((check): Failure[] => {
    const at = { drill, check };
    const { deviations = [] } = check;
    const reasons = [...new Set(deviations.map(reason))];
    if (reasons.length === 0) return [{ reason: main, at, counts: true, deviations }];
    return reasons.map((one, index) => ({
      reason: one,
      at,
      counts: index === 0,
      deviations: deviations.filter((deviation) => reason(deviation) === one),
    }));
  });
}
