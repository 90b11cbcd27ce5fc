import type { RuleInput } from "../syncer/rules/rule-row.js";
import { isEmptyAccount, isRegression } from "../syncer/rules/ts-regression.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import type { Habits } from "./sketch-syncer.js";
import { refind } from "./spoil-findings.js";

/** Timestamps, empty accounts and rejected snapshots, misunderstood. */
export const BROKEN_TIME: readonly BrokenSyncer[] = [
  {
    wrong: "takes an equal ts for a regression",
    caughtBy: "m",
    habits: regressing(({ snapshot, lastTs }) => snapshot.ts <= lastTs && lastTs > 0 && snapshot.ts > 0),
  },
  {
    wrong: "lets a ts that is a little older pass",
    caughtBy: "m",
    habits: regressing((input) => isRegression(input) && input.lastTs - input.snapshot.ts > 10),
  },
  {
    wrong: "takes an empty account for a regression",
    caughtBy: "n",
    habits: regressing(({ snapshot, lastTs }) => snapshot.ts < lastTs),
  },
  {
    wrong: "takes any account without positions for an empty one",
    caughtBy: "u",
    habits: regressing((input) => isRegression(input) && input.snapshot.positions.length > 0),
  },
  {
    wrong: "keeps last ts over an empty account, so that re-entry regresses",
    caughtBy: "n",
    habits: { lastTs: ({ input, snapshot }) => Math.max(input.lastTs, snapshot.ts) },
  },
  {
    wrong: "leaves the gauges as they were when the account empties",
    caughtBy: "n",
    habits: {
      gauge: ({ isRejected, snapshot }) => (isRejected || isEmptyAccount(snapshot) ? null : snapshot),
    },
  },
  {
    wrong: "moves last ts back on a regression",
    caughtBy: "d",
    habits: { lastTs: ({ snapshot }) => snapshot.ts },
  },
  {
    wrong: "moves the gauges on a regression",
    caughtBy: "d",
    habits: { gauge: ({ snapshot }) => snapshot },
  },
  {
    wrong: "moves the last_ts gauge alone on a regression",
    caughtBy: "d",
    habits: {
      gauge: ({ isRejected, snapshot, shown }) =>
        isRejected && shown !== null ? { ...shown, ts: snapshot.ts } : snapshot,
    },
  },
  {
    wrong: "shows the orders of a rejected snapshot",
    caughtBy: "d",
    habits: {
      gauge: ({ isRejected, snapshot, shown }) =>
        isRejected && shown !== null ? { ...shown, openOrders: snapshot.openOrders } : snapshot,
    },
  },
  {
    wrong: "shows the number of positions of a rejected snapshot",
    caughtBy: "u",
    habits: {
      gauge: ({ isRejected, snapshot, input }) =>
        isRejected ? { ...snapshot, ts: input.lastTs, openOrders: [] } : snapshot,
    },
  },
  {
    wrong: "checks a regressed snapshot for nothing else",
    caughtBy: "u",
    habits: {
      find: refind((found) =>
        found.some(({ rule }) => rule === "ts_regression") ? found.slice(0, 1) : found,
      ),
    },
  },
  {
    wrong: "does not count what else a regressed snapshot has",
    caughtBy: "u",
    habits: { count: ({ isRejected, found }) => (isRejected ? found.slice(0, 1) : found) },
  },
  {
    wrong: "sets last ts to the future after a regression",
    caughtBy: "m",
    alsoFails: "d",
    habits: { lastTs: ({ isRejected, input, snapshot }) => (isRejected ? input.lastTs + 1 : snapshot.ts) },
  },
];

function regressing(test: (input: RuleInput) => boolean): Habits {
  return {
    rejects: test,
    find: refind((found, input) => [
      ...(test(input) ? [{ rule: "ts_regression" as const, detail: "older" }] : []),
      ...found.filter(({ rule }) => rule !== "ts_regression"),
    ]),
  };
}
