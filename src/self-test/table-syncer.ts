import type { Drill } from "../drill/drill.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import { runDrills } from "../drill/run-drills.js";
import { fixedDrills } from "../drills/suites.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import { daysOf } from "./few-days.js";

interface Table {
  readonly replies: SyncReply[];
  readonly texts: string[];
}

/**
 * A syncer that never looks at a snapshot: it gives, call by call, what an honest one answered when it was drilled with a
 * seed.
 *
 * @param drills those before the days of trading.
 */
export async function tableSyncer(
  honest: DrilledSyncer,
  seed: number,
  drills: readonly Drill[] = fixedDrills(DEFAULT_METRIC_PREFIX),
): Promise<DrilledSyncer> {
  const table: Table = { replies: [], texts: [] };
  await runDrills(drills, recording(honest, table), DEFAULT_METRIC_PREFIX, undefined, daysOf(seed));
  return playing(honest, table);
}

function recording(honest: DrilledSyncer, { replies, texts }: Table): DrilledSyncer {
  return {
    ...aboutOf(honest),
    reset: (now, lastTs) => honest.reset(now, lastTs),
    sync: async (request: SyncRequest) => {
      const reply = await honest.sync(request);
      replies.push(reply);
      return reply;
    },
    metrics: async (now) => {
      const text = await honest.metrics(now);
      texts.push(text);
      return text;
    },
  };
}

function playing(honest: DrilledSyncer, { replies, texts }: Table): DrilledSyncer {
  let [synced, scraped] = [0, 0];
  const atItsEnd = { ok: true, mismatches: [], error: null, lastTs: 0 };
  return {
    ...aboutOf(honest),
    reset: async () => undefined,
    sync: async () => replies[synced++] ?? atItsEnd,
    metrics: async () => texts[scraped++] ?? "",
  };
}

function aboutOf({ identity, settle, takes }: DrilledSyncer) {
  return { identity, settle, takes };
}
