import type { FurtherDrill } from "../drill/run-drills.js";
import type { NamedHistory } from "./history.js";
import { type BundledWith, replayWithout, runReplay } from "./replay-drill.js";

/**
 * The replay of a history as a drill of a run.
 *
 * @param prefix of the syncer's metric names.
 */
export function replayDrill(named: NamedHistory, prefix: string, bundledWith: BundledWith): FurtherDrill {
  return {
    run: (syncer) => runReplay(named, syncer, prefix, bundledWith),
    withoutReply: (status, why, deviations) => replayWithout(named, status, why, deviations),
  };
}
