import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { hasGrace, type Settle } from "../syncer/settling.js";
import { countersOff, type Deviation, deviationsOf } from "./deviations.js";
import { feed } from "./feed.js";
import { ContractModel } from "./model/contract-model.js";
import type { Expected } from "./model/finding.js";
import type { LifeStep } from "./rows.js";
import type { ShrinkLimits } from "./shrink.js";
import { shrinkHistory } from "./shrink-history.js";
import { WireForm } from "./wire-form.js";

/** A syncer that failed, and what it has to be known of it to ask it again. */
export interface Suspect {
  readonly syncer: DrilledSyncer;
  readonly settle: Settle;
  readonly takesLastTs: boolean;
  /** The prefix of its metric names. */
  readonly prefix: string;
}

/** A short history on which it fails in the same way. */
export interface Counterexample {
  readonly steps: readonly LifeStep[];
  readonly expected: readonly Expected[];
  /** The grace that this is expected of. */
  readonly settle: Settle;
}

/**
 * The shortest history that was found on which a syncer makes the same kind of mistake.
 *
 * @param steps those of the day.
 * @throws whatever the syncer rejects with.
 */
export async function counterexampleOf(
  steps: readonly LifeStep[],
  { sync, kind }: Deviation,
  suspect: Suspect,
  limits: ShrinkLimits = {},
): Promise<Counterexample> {
  const until = steps.slice(0, sync + 1);
  const isFalseFor = (settle: Settle) => (some: readonly LifeStep[]) =>
    failsAgain(some, kind, suspect, settle);
  const { settle, takesLastTs } = suspect;
  const patient = { syncs: Math.max(settle.syncs, 3), ms: Math.max(settle.ms, 10_000) };
  // What is said at once of a healthy account may be what a syncer without grace is told to say.
  const judge = (await isFalseFor(settle)(until)) ? settle : patient;
  const shrunk = await shrinkHistory(until, isFalseFor(judge), limits);
  return { steps: shrunk, expected: expectedOf(shrunk, judge, takesLastTs), settle: judge };
}

/** The lines of a history (contract, section 5) with what must come of each, and of which grace. */
export function historyText({ steps, expected, settle }: Counterexample): string {
  const wire = new WireForm();
  const line = (step: LifeStep, sync: number) => ({
    ...(sync === 0 && hasGrace(settle) ? { settle: { ...settle } } : {}),
    ...wire.line(step, expected[sync]),
  });
  return steps.map((step, sync) => `${JSON.stringify(line(step, sync))}\n`).join("");
}

async function failsAgain(
  steps: readonly LifeStep[],
  kind: string,
  { syncer, takesLastTs, prefix }: Suspect,
  settle: Settle,
): Promise<boolean> {
  const fed = await feed(steps, syncer, new WireForm(), takesLastTs);
  const expected = expectedOf(steps, settle, takesLastTs);
  const off = [...deviationsOf(fed.replies, expected), ...countersOff(fed, expected, prefix)];
  return off.some((deviation) => deviation.kind === kind);
}

function expectedOf(steps: readonly LifeStep[], settle: Settle, takesLastTs: boolean): Expected[] {
  const model = new ContractModel(settle, takesLastTs);
  return steps.map((step) => model.judge(step));
}
