import type { SyncReply } from "../drill/drilled-syncer.js";
import type { BrokenSyncer } from "./broken-syncer.js";

/** Verdicts and findings that are told otherwise than they were made and counted. */
export const BROKEN_REPLIES: readonly BrokenSyncer[] = [
  {
    wrong: "says ok whatever it finds",
    caughtBy: "b",
    alsoFails: "cd",
    habits: { answer: (reply) => ({ ...reply, ok: true }) },
  },
  {
    wrong: "never says ok",
    caughtBy: "a",
    alsoFails: "d",
    habits: { answer: (reply) => ({ ...reply, ok: false }) },
  },
  {
    wrong: "finds and counts, and reports nothing",
    caughtBy: "b",
    alsoFails: "cd",
    habits: { answer: telling(() => []) },
  },
  {
    wrong: "reports rules under names of its own",
    caughtBy: "b",
    alsoFails: "cd",
    habits: {
      answer: telling((found) => found.map(({ rule, detail }) => ({ rule: `my_${rule}`, detail }))),
    },
  },
  {
    wrong: "never tells its last ts",
    caughtBy: "a",
    alsoFails: "d",
    habits: { answer: (reply) => ({ ...reply, lastTs: 0 }) },
  },
  {
    wrong: "reports nothing and says ok, though it counts",
    caughtBy: "b",
    alsoFails: "cd",
    habits: { answer: (reply) => ({ ...reply, mismatches: [], ok: reply.error === null }) },
  },
  {
    wrong: "reports every finding twice, though it counts it once",
    caughtBy: "b",
    alsoFails: "cd",
    habits: { answer: telling((found) => found.flatMap((one) => [one, one])) },
  },
  {
    wrong: "reports only the first finding, though it counts all",
    caughtBy: "b",
    habits: { answer: telling((found) => found.slice(0, 1)) },
  },
  {
    wrong: "always reports something, though it counts only what there is",
    caughtBy: "a",
    alsoFails: "bcd",
    habits: {
      answer: (reply) => ({
        ...reply,
        ok: false,
        mismatches: [...reply.mismatches, { rule: "orphan_order", detail: "" }],
      }),
    },
  },
];

function telling(change: (found: SyncReply["mismatches"]) => SyncReply["mismatches"]) {
  return (reply: SyncReply): SyncReply => ({ ...reply, mismatches: change(reply.mismatches) });
}
