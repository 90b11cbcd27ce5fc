import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { messageOf } from "../errors.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { counterexampleOf, historyText, type Suspect } from "./counterexample.js";
import type { Day } from "./day.js";
import type { Deviation } from "./deviations.js";
import type { JudgedDay } from "./life-checks.js";
import { knownWire, WireForm } from "./wire-form.js";

/** What is left of the first mistake, and what has to be said of it. */
export interface LeftOfMistake {
  readonly files: ReadonlyMap<string, string>;
  readonly notes: readonly string[];
}

/** What limits the search for the shortest history. */
export interface Patience {
  /** Unix ms. */
  readonly clock: () => number;
  readonly ms: number;
}

/** The answers before and after the first mistake of all days, what was told, and the shortest history that was found. */
export async function leftOfMistake(
  days: readonly JudgedDay[],
  suspect: Suspect,
  { clock, ms }: Patience,
): Promise<LeftOfMistake> {
  const judged = days.find(({ deviations, counters }) => deviations.length + counters.length > 0);
  const first = judged?.deviations[0] ?? judged?.counters[0];
  if (judged === undefined || first === undefined) return { files: new Map(), notes: [] };
  const files = around(judged.day, first);
  const until = clock() + ms;
  const isOver = () => clock() >= until;
  try {
    const counterexample = await counterexampleOf(judged.day.steps, first, suspect, { isOver });
    const text = historyText(counterexample);
    return {
      files: new Map([...files, ["life_counterexample.jsonl", text]]),
      notes: isOver()
        ? [`life_counterexample.jsonl: shrinking stopped after ${ms / 1000} s, a shorter one may fail too`]
        : [],
    };
  } catch (error) {
    const why = printable(messageOf(error));
    return { files: new Map(files), notes: [`no life_counterexample.jsonl: while it was sought, ${why}`] };
  }
}

/** A syncer as it has to be known to be asked again. */
export function suspectOf(
  syncer: DrilledSyncer,
  { settle, takes, prefix }: Pick<Suspect, "settle" | "prefix"> & { readonly takes: readonly string[] },
): Suspect {
  return { syncer, settle, prefix, takesLastTs: takes.includes("last_ts") };
}

function around({ steps }: Day, { sync }: Deviation): [string, string][] {
  const wire = new WireForm();
  const [before, after] = [steps.slice(0, sync), steps.slice(0, sync + 1)].map((some) =>
    some.findLast(({ answer }) => typeof answer !== "string"),
  );
  return (
    [
      ["life_before.json", before],
      ["life_after.json", after],
    ] as const
  ).flatMap(([name, step]): [string, string][] => {
    if (step === undefined || typeof step.answer === "string") return [];
    const told: [string, string][] =
      name === "life_after.json" && step.known !== null
        ? [["life_expected.json", expectedText(step.known)]]
        : [];
    return [[name, `${canonicalJson(wire.snapshot(step.answer))}\n`], ...told];
  });
}

// As `sync --expected` takes it: an object also where it is ids alone.
function expectedText(known: Parameters<typeof knownWire>[0]): string {
  const wire = knownWire(known);
  return `${canonicalJson(Array.isArray(wire) ? { order_ids: wire } : wire)}\n`;
}
