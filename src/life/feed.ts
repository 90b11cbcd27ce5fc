import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import { MetricsText } from "../drill/metrics-text.js";
import { wordIn } from "../drill/names.js";
import { DrillError, messageOf } from "../errors.js";
import type { LifeStep } from "./rows.js";
import { knownWire, type WireForm } from "./wire-form.js";

/** One life of the syncer's process: from a start to the next, or to the end. */
export interface Process {
  /** Its syncs, counted from 0: the first, and the first of the next process. */
  readonly from: number;
  readonly to: number;
  /** What its endpoint said after the last of them. */
  readonly metrics: MetricsText;
}

/** What a syncer made of a row of syncs. */
export interface Fed {
  readonly replies: readonly SyncReply[];
  readonly processes: readonly Process[];
}

/**
 * Feeds a row of syncs to a fresh syncer.
 *
 * @param takesLastTs whether it can be started anew with a last ts; without that, it is started with none.
 * @throws DrillError `syncer_broke_off` that names the sync, from 1, where the syncer rejects.
 */
export async function feed(
  steps: readonly LifeStep[],
  syncer: DrilledSyncer,
  wire: WireForm,
  takesLastTs: boolean,
): Promise<Fed> {
  const replies: SyncReply[] = [];
  try {
    return { replies, processes: await processesOf(steps, syncer, wire, takesLastTs, replies) };
  } catch (cause) {
    throw new DrillError("syncer_broke_off", `sync ${replies.length + 1}: ${messageOf(cause)}`, { cause });
  }
}

async function processesOf(
  steps: readonly LifeStep[],
  syncer: DrilledSyncer,
  wire: WireForm,
  takesLastTs: boolean,
  replies: SyncReply[],
): Promise<Process[]> {
  const processes: Process[] = [];
  let from = 0;
  const end = async (now: number) => {
    const reading = { wordOf: (label: readonly [string, string]) => wordIn(syncer.names, label) };
    processes.push({
      from,
      to: replies.length,
      metrics: new MetricsText(await syncer.metrics(now), reading),
    });
    from = replies.length;
  };
  await syncer.reset(steps[0]?.at ?? 0);
  for (const [sync, step] of steps.entries()) {
    if (step.restart && sync > 0) {
      await end(step.at);
      const lastTs = replies.at(-1)?.lastTs ?? 0;
      await (takesLastTs ? syncer.reset(step.at, lastTs) : syncer.reset(step.at));
    }
    replies.push(await syncer.sync(requestOf(step, wire)));
  }
  await end(steps.at(-1)?.at ?? 0);
  return processes;
}

function requestOf({ at, known, answer }: LifeStep, wire: WireForm): SyncRequest {
  const isIdsAlone = known !== null && known.orders === null && known.positions === null;
  return {
    now: at,
    snapshot: typeof answer === "string" ? null : wire.snapshot(answer),
    fetchError: typeof answer === "string" ? answer : null,
    knownOrderIds: known?.orderIds ?? null,
    expected: isIdsAlone ? { order_ids: known.orderIds } : knownWire(known),
  };
}
