import type { SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import { canonicalJson, type JsonValue } from "../syncer/canonical-json.js";
import { isRecord } from "../syncer/field-reader.js";
import type { BrokenSyncer } from "./broken-syncer.js";

const EMPTY_ACCOUNT = { positions: [], open_orders: [], ts: 0, source: "fire_drill" };
const NEVER = new Promise<SyncReply>(() => {});

/** Failed fetches, state over a reset, the input: handled wrongly, or not at all. */
export const BROKEN_STATE: readonly BrokenSyncer[] = [
  {
    wrong: "reads a failed fetch as an empty account",
    caughtBy: "e",
    habits: {
      hear: (request) =>
        request.fetchError === null ? request : { ...request, fetchError: null, snapshot: EMPTY_ACCOUNT },
    },
  },
  {
    wrong: "empties the gauges when a fetch fails",
    caughtBy: "e",
    habits: {
      onError: (metrics) => metrics.recordAccepted({ positions: [], openOrders: [], ts: 0, source: "none" }),
    },
  },
  { wrong: "forgets last ts when a fetch fails", caughtBy: "o", habits: { lastTsAfterError: () => 0 } },
  {
    wrong: "says that it lives when a fetch fails",
    caughtBy: "o",
    habits: { onError: (metrics) => metrics.recordCompleted([]) },
  },
  { wrong: "counts every failed fetch as unknown", caughtBy: "e", habits: { blame: () => "unknown" } },
  {
    wrong: "counts a rate limit as a network error",
    caughtBy: "o",
    habits: { blame: (reason) => (reason === "rate_limit" ? "network" : reason) },
  },
  {
    wrong: "reports orphans when a fetch fails",
    caughtBy: "o",
    habits: {
      answer: (reply) =>
        reply.error === null
          ? reply
          : { ...reply, mismatches: [{ rule: "orphan_order", detail: "everything is gone" }] },
    },
  },
  {
    wrong: "says ok when a fetch fails",
    caughtBy: "o",
    habits: { answer: (reply) => (reply.error === null ? reply : { ...reply, ok: true }) },
  },
  {
    wrong: "does not say why a fetch failed",
    caughtBy: "o",
    habits: { answer: (reply) => ({ ...reply, error: reply.error === null ? null : "failed" }) },
  },
  { wrong: "carries everything over a reset", caughtBy: "e", habits: { keeps: "everything" } },
  { wrong: "carries last ts over a reset", caughtBy: "e", habits: { keeps: "last ts" } },
  {
    wrong: "carries its counters over a reset",
    caughtBy: "r",
    alsoFails: "e",
    habits: { keeps: "counters and gauges" },
  },
  {
    wrong: "sorts the input in place",
    caughtBy: "s",
    habits: { hear: (request) => mutating(request, (rows) => rows.sort(byText)) },
  },
  {
    wrong: "takes rows out of its input",
    caughtBy: "s",
    habits: { answer: (reply, request) => mutating(request, (rows) => rows.pop()) && reply },
  },
  { wrong: "hangs", caughtBy: "a", habits: { answer: () => NEVER } },
  {
    wrong: "hangs when a fetch fails",
    caughtBy: "e",
    habits: { answer: (reply) => (reply.error === null ? reply : NEVER) },
  },
  { wrong: "crashes", caughtBy: "a", habits: { find: crash } },
  {
    wrong: "crashes on an empty account",
    caughtBy: "n",
    habits: {
      gauge: ({ isRejected, snapshot }) => (snapshot.ts === 0 ? crash() : isRejected ? null : snapshot),
    },
  },
];

function byText(one: JsonValue, other: JsonValue): number {
  return canonicalJson(one) < canonicalJson(other) ? -1 : 1;
}

function crash(): never {
  throw new Error("crashed");
}

// The drill hands its own snapshot over: what is changed here is changed there.
function mutating(request: SyncRequest, change: (rows: JsonValue[]) => unknown): SyncRequest {
  const rows: unknown = isRecord(request.snapshot) ? request.snapshot.open_orders : undefined;
  if (Array.isArray(rows) && rows.length > 1) change(rows);
  return request;
}
