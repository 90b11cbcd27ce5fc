import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import type { DrillResult } from "../../src/drill/results.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { replayDrill } from "../../src/replay/further-drill.js";
import type { NamedHistory } from "../../src/replay/history.js";
import type { Settle } from "../../src/syncer/settling.js";
import { AT_ONCE } from "../../src/syncer/settling.js";
import { PREFIX } from "./fire-drill-run.js";

const bundledWith = (settle: Settle) => new BundledSyncer("0", PREFIX, settle);

/** A syncer of somebody's own, which has its grace and cannot be told another. */
export function own(settle: Settle, different: Partial<DrilledSyncer> = {}): DrilledSyncer {
  const sound = bundledWith(settle);
  return {
    ...{ identity: sound.identity, takes: sound.takes, settle },
    reset: (now, lastTs) => sound.reset(now, lastTs),
    sync: (request) => sound.sync(request),
    metrics: (now) => sound.metrics(now),
    ...different,
  };
}

/** What a replay comes to; on the bundled syncer unless another is given. */
export async function replay(
  named: NamedHistory,
  syncer: DrilledSyncer = bundledWith(AT_ONCE),
): Promise<DrillResult> {
  const { drills } = await runDrills([], syncer, PREFIX, undefined, [
    replayDrill(named, PREFIX, bundledWith),
  ]);
  const [result] = drills;
  if (result === undefined) throw new Error("no result");
  return result;
}

/** Each check with its status. */
export const told = ({ checks }: DrillResult) => checks.map(({ label, status }) => `${status} ${label}`);
/** An account whose one order is not known. */
export const ORPHAN = { known: ["another"] };

/** The check that every replay has. */
export const COUNTERS = "the counters say what the answers said";
