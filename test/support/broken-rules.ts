import type { SyncRequest } from "../../src/drill/drilled-syncer.js";
import type { BrokenSyncer } from "./broken-syncers.js";
import type { Flaws } from "./flawed-syncer.js";
import { refound, uncounted, without } from "./flaws.js";

function mismatchesUncounted(rule: string): (text: string) => string {
  return uncounted("mismatches_total", "rule", rule);
}

function knownIdsAs(ids: (given: SyncRequest["knownOrderIds"]) => SyncRequest["knownOrderIds"]): Flaws {
  return { request: (request) => ({ ...request, knownOrderIds: ids(request.knownOrderIds) }) };
}

/** Rules that miss, over-report or confuse. */
export const BROKEN_RULES: readonly BrokenSyncer[] = [
  {
    name: "misses duplicate_key",
    failing: "b",
    flaws: { reply: without("duplicate_key"), metrics: mismatchesUncounted("duplicate_key") },
  },
  {
    name: "misses negative_qty",
    failing: "b",
    flaws: { reply: without("negative_qty"), metrics: mismatchesUncounted("negative_qty") },
  },
  {
    name: "misses ts_regression",
    failing: "d",
    flaws: { reply: without("ts_regression"), metrics: mismatchesUncounted("ts_regression") },
  },
  { name: "misses orphan_order: never looks for orphans", failing: "ce", flaws: knownIdsAs(() => null) },
  {
    name: "takes an empty list of known ids for none given",
    failing: "e",
    flaws: knownIdsAs((ids) => (ids?.length === 0 ? null : ids)),
  },
  {
    name: "takes no known ids given for an empty list",
    failing: "abde",
    flaws: knownIdsAs((ids) => ids ?? []),
  },
  {
    name: "flags known orders as orphans too",
    failing: "c",
    flaws: knownIdsAs((ids) => (ids === null ? null : [])),
  },
  {
    name: "flags the known order in place of the orphan",
    failing: "c",
    flaws: {
      reply: refound((found) =>
        found.map(({ rule, detail }) => ({ rule, detail: detail.replace("orphan_ord_x", "known_ord_1") })),
      ),
    },
  },
  {
    name: "does not say which order is the orphan",
    failing: "c",
    flaws: {
      reply: refound((found) => found.map(({ rule }) => ({ rule, detail: "an order is not known" }))),
    },
  },
  {
    name: "reports every finding twice",
    failing: "bcd",
    flaws: { reply: refound((found) => [...found, ...found]) },
  },
  {
    name: "reports rules under names of its own",
    failing: "bcd",
    flaws: { reply: refound((found) => found.map(({ rule, detail }) => ({ rule: `my_${rule}`, detail }))) },
  },
  {
    name: "reports only the first finding",
    failing: "b",
    flaws: { reply: refound((found) => found.slice(0, 1)) },
  },
  {
    name: "always finds something",
    failing: "abcd",
    flaws: { reply: refound((found) => [...found, { rule: "orphan_order", detail: "" }]) },
  },
  { name: "reports nothing, though it counts", failing: "bcd", flaws: { reply: refound(() => []) } },
  {
    name: "says ok whatever it finds",
    failing: "bcd",
    flaws: { reply: (reply) => ({ ...reply, ok: true }) },
  },
  { name: "never says ok", failing: "ad", flaws: { reply: (reply) => ({ ...reply, ok: false }) } },
];
