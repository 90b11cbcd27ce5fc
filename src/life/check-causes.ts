import type { Deviation as Cause } from "../drill/deviation.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import type { Deviation } from "./deviations.js";

/** What the deviations of one check come from, each once: so that a run tells a cause of several drills once. */
export function causesOf(off: readonly Deviation[]): readonly Cause[] {
  return [...new Set(off.map(({ kind }) => kind))].map(causeOf);
}

function causeOf(kind: string): Cause {
  const [, how, rule = ""] = /^(missed|false) (.*)$/s.exec(kind) ?? [];
  if (how === "missed") return { kind: "missed", rule };
  if (how !== undefined)
    return { kind: MISMATCH_RULES.some((one) => one === rule) ? "surplus" : "unnamed", rule };
  return { kind: "other", what: `in days of trading: ${kind} is another` };
}
