import type { Settle } from "../syncer/settling.js";
import type { Observation } from "./check.js";
import type { Drill } from "./drill.js";
import type { DrilledSyncer } from "./drilled-syncer.js";
import { type Exchange, fedSyncs } from "./grace.js";
import { MetricsText } from "./metrics-text.js";
import { namesNote } from "./names.js";
import { readingOf } from "./reading.js";

/** All that was fed and seen, ready to be judged. */
export interface FedDrill extends Observation {
  readonly exchanges: readonly Exchange[];
  readonly settle: Settle | undefined;
  readonly notes: readonly string[];
}

/**
 * Feeds a syncer that was reset the steps of a drill, each until it must have settled, and reads its metrics.
 *
 * @throws whatever the syncer rejects with.
 */
export async function feedDrill(drill: Drill, syncer: DrilledSyncer, prefix: string): Promise<FedDrill> {
  const exchanges: Exchange[] = [];
  const scrapes = new Map<number, MetricsText>();
  let shift = 0;
  const scrape = async (now: number) =>
    new MetricsText(await syncer.metrics(now + shift), readingOf(syncer.names, exchanges, shift, prefix));
  for (const fed of fedSyncs(drill.steps, syncer.settle)) {
    exchanges.push({ ...fed, reply: await syncer.sync(fed.request) });
    shift = fed.shift;
    const done = fed.step + 1;
    if (!fed.settles && drill.scrapedAfter?.includes(done) === true) {
      scrapes.set(done, await scrape(drill.steps[fed.step]?.now ?? drill.now));
    }
  }
  const metrics = await scrape(drill.now);
  const replies = exchanges.flatMap(({ settles, reply, shift: late }) =>
    settles ? [] : [{ ...reply, lastTs: reply.lastTs === 0 ? 0 : reply.lastTs - late }],
  );
  const named = syncer.names === undefined ? null : namesNote(syncer.names);
  return {
    replies,
    metrics,
    scrapes,
    exchanges,
    settle: syncer.settle,
    notes: named === null ? [] : [named],
  };
}
