import type { BrokenSyncer } from "./broken-syncers.js";
import { revalued } from "./flaws.js";

const EMPTY_ACCOUNT = { positions: [], open_orders: [], ts: 0, source: "fire_drill" };
const OLDER_TS = 3000;

/** State that moves where it should not, or does not where it should. */
export const BROKEN_STATE: readonly BrokenSyncer[] = [
  {
    name: "moves last ts back on a regression",
    failing: "d",
    flaws: {
      reply: (reply, { snapshot }) => ({ ...reply, lastTs: isOlder(snapshot) ? OLDER_TS : reply.lastTs }),
    },
  },
  {
    name: "moves the last_ts gauge alone on a regression",
    failing: "d",
    flaws: { metrics: revalued("last_ts", (ts) => (ts === 5000 ? OLDER_TS : ts)) },
  },
  {
    name: "shows the orders of a rejected snapshot",
    failing: "d",
    flaws: {
      metrics: (text) =>
        text.includes("last_ts 5000") ? revalued("open_orders_count", () => 1)(text) : text,
    },
  },
  { name: "never accepts a snapshot", failing: "ad", flaws: { reply: (reply) => ({ ...reply, lastTs: 0 }) } },
  { name: "carries its counters over a reset", failing: "e", flaws: { keepsState: true } },
  {
    name: "takes a failed fetch for an empty account",
    failing: "e",
    flaws: {
      request: (request) =>
        request.fetchError === null ? request : { ...request, fetchError: null, snapshot: EMPTY_ACCOUNT },
    },
  },
];

function isOlder(snapshot: unknown): boolean {
  return typeof snapshot === "object" && snapshot !== null && "ts" in snapshot && snapshot.ts === OLDER_TS;
}
