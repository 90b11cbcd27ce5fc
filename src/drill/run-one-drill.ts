import { hasGrace } from "../syncer/settling.js";
import type { Drill } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import type { ExpectedFailures } from "./expected-failures.js";
import { feedDrill } from "./feed-drill.js";
import { judgeDrill } from "./judge-drill.js";
import type { DrillResult } from "./results.js";
import { untakenBy, withoutReply } from "./without-reply.js";

const NONE_LISTED: ExpectedFailures = new Set();

/**
 * Resets the syncer, feeds it the drill's steps and holds what came against the checks. A syncer that lets differences
 * settle is fed each until it must have settled; one that does not take what the drill tells it is not asked.
 *
 * @param listed checks that may fail.
 * @throws whatever the syncer rejects with.
 */
export async function runOneDrill(
  given: Drill,
  syncer: DrilledSyncer,
  prefix: string,
  listed: ExpectedFailures = NONE_LISTED,
): Promise<DrillResult> {
  await syncer.reset(given.now);
  const drill = hasGrace(syncer.settle) ? (given.withGrace ?? given) : given;
  const untaken = untakenBy(syncer, drill);
  return untaken === null
    ? judgeDrill(drill, await feedDrill(drill, syncer, prefix), prefix, listed)
    : withoutReply(drill, "skipped", untaken);
}
