import fc from "fast-check";
import { expect } from "vitest";
import type { MismatchRule } from "../../src/syncer/mismatch-rules.js";
import { parseExpected } from "../../src/syncer/parse-expected.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { FETCH_ERROR_REASONS, type SyncResult } from "../../src/syncer/sync-result.js";
import {
  type Answer,
  AT_ONCE,
  expectedError,
  expectedFindings,
  expectedLastTs,
  expectedPending,
  expectedSeries,
  type Wait,
  type WireAccount,
} from "./account-oracle.js";
import {
  decimalText,
  FEW_SYMBOLS,
  knownLookalikes,
  LOOKALIKES,
  timestamp,
  type WireOrder,
  wireSnapshots,
} from "./arbitraries.js";
import type { ExpectedFinding, WireKnown, WireKnownOrder } from "./difference-oracle.js";
import { SyncerRig } from "./syncer-rig.js";

/** The source of an account that comes from an exchange. */
export const CLEAN_EXCHANGE = "exchange";
const EMPTY: WireAccount = { positions: [], open_orders: [], ts: 0, source: CLEAN_EXCHANGE };

type Sight = { readonly account: WireAccount; readonly known: WireKnown | null };
type Step =
  | { readonly kind: "new"; readonly sight: Sight }
  | { readonly kind: "again"; readonly ts: number; readonly pick: number }
  | { readonly kind: "failed"; readonly reason: string };

// Rows that are dated by small numbers meet, go back and are now and then of the future.
const times = fc.oneof(
  { weight: 6, arbitrary: fc.nat({ max: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(300_000, 301_500, 303_000, 309_001) },
  { weight: 1, arbitrary: timestamp },
);

const few = fc.constantFrom("0", "1", "1.0", "-1", "2");
const ours = fc.record({
  order_id: LOOKALIKES.orderId,
  symbol: fc.constantFrom(...FEW_SYMBOLS),
  side: fc.option(fc.constantFrom("BUY", "SELL")),
  price: fc.option(fc.oneof(few, decimalText)),
  qty: fc.option(few),
});
const held = fc.record({
  symbol: fc.constantFrom(...FEW_SYMBOLS),
  side: fc.constantFrom("LONG", "SHORT", "BOTH"),
  qty: fc.oneof(few, decimalText),
  margin_mode: fc.option(fc.constantFrom("CROSS", "ISOLATED"), { freq: 1 }),
});

const knowns: fc.Arbitrary<WireKnown | null> = fc.option(
  fc.record(
    {
      order_ids: knownLookalikes,
      orders: fc.uniqueArray(ours, {
        maxLength: 5,
        selector: ({ order_id, symbol }) => `${order_id} ${symbol}`,
      }),
      positions: fc.uniqueArray(held, {
        maxLength: 4,
        selector: ({ symbol, side, margin_mode }) => `${symbol} ${side} ${margin_mode}`,
      }),
    },
    { requiredKeys: [] },
  ),
);

const accountsThatMeet = fc
  .tuple(wireSnapshots({ ...LOOKALIKES, decimal: fc.oneof(few, LOOKALIKES.decimal), time: times }), times)
  .map(([account, ts]) => ({ ...account, ts }));

const sights = fc
  .record({ account: accountsThatMeet, known: knowns, share: fc.nat() })
  .map(({ account, known, share }) => ({
    account,
    known: known === null ? null : acquainted(account, known, share),
  }));

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: sights.map((sight) => ({ kind: "new" as const, sight })) },
  {
    weight: 1,
    arbitrary: knowns.map((known) => ({ kind: "new" as const, sight: { account: EMPTY, known } })),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("again" as const), ts: times, pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("failed" as const),
      reason: fc.constantFrom(...FETCH_ERROR_REASONS),
    }),
  },
);

/** How long differences have to last: at once, so many syncs, so long, both. */
export const waits: fc.Arbitrary<Wait> = fc.constantFrom(
  AT_ONCE,
  { syncs: 2, ms: 0 },
  { syncs: 1, ms: 2500 },
  { syncs: 3, ms: 3000 },
);

/**
 * Whatever an exchange may answer, sync after sync: all rules, regressions, recoveries, errors, empty accounts, and the
 * same account again, changed in one thing or in none.
 */
export const anyHistories = fc
  .array(fc.tuple(steps, fc.constantFrom(0, 1000, 1500, 3000)), { minLength: 1, maxLength: 7 })
  .map((timed) => {
    let now = 0;
    let last: Sight = { account: EMPTY, known: null };
    return timed.map(([step, gap]): Answer => {
      now += gap;
      if (step.kind === "failed") return { now, reason: step.reason };
      last = step.kind === "new" ? step.sight : again(last, step);
      return { now, ...last };
    });
  });

/** Some of the account's own orders, so that what is told is not all unknown to it. */
function acquainted(account: WireAccount, known: WireKnown, share: number): WireKnown {
  const own = account.open_orders
    .filter((_, index) => (share >> index) % 2 === 1)
    .map(({ order_id, symbol, side, price, qty }) => ({ order_id, symbol, side, price, qty }));
  const told = [...own, ...(known.orders ?? [])];
  const isFirst = (order: WireKnownOrder, index: number) =>
    told.findIndex((one) => one.order_id === order.order_id && one.symbol === order.symbol) === index;
  return known.orders === undefined ? known : { ...known, orders: told.filter(isFirst) };
}

// One order may be filled, or unfilled; the rest is as it was.
function again(
  { account, known }: Sight,
  { ts, pick }: { readonly ts: number; readonly pick: number },
): Sight {
  const chosen = Math.floor(pick / 8) % Math.max(1, account.open_orders.length);
  const changed = (row: WireOrder): WireOrder =>
    pick % 4 === 0 ? { ...row, filled_qty: "0" } : { ...row, filled_qty: "1", ts: pick % 7 };
  const open_orders =
    pick % 8 < 4
      ? account.open_orders
      : account.open_orders.map((row, index) => (index === chosen ? changed(row) : row));
  return { account: { ...account, open_orders, ts }, known };
}

/** Feeds a history to a syncer of its own, and holds each result and the last scrape against the oracle. */
export async function expectAsTheOracleSays(history: readonly Answer[], wait = AT_ONCE): Promise<void> {
  const rig = new SyncerRig({ settle: wait });
  for (const [index, answer] of history.entries()) {
    const until = history.slice(0, index + 1);
    const result = await syncOnce(rig, answer);
    expectSame(result.mismatches, expectedFindings(until, wait));
    expectSame(result.pending, expectedPending(until, wait));
    expect(result.error?.reason ?? null).toBe(expectedError(until));
    expect(result.ok).toBe(result.error === null && result.mismatches.length === 0);
    expect(rig.syncer.lastTs).toBe(expectedLastTs(until));
  }
  rig.now += 1500;
  const scraped = await rig.scrape();
  const expected = expectedSeries(history, wait, rig.now);
  const seen = Object.keys(expected).map((name) => [name, scraped.get(`grinder_account_sync_${name}`)]);
  expect(Object.fromEntries(seen)).toEqual(expected);
}

/** One sync of what the history says, at its time. */
export function syncOnce(rig: SyncerRig, answer: Answer): Promise<SyncResult> {
  rig.now = answer.now;
  if ("account" in answer) {
    const known = answer.known === null ? null : parseExpected(answer.known);
    return rig.sync(parseSnapshot(answer.account), known);
  }
  return rig.sync(() => {
    throw Object.assign(new Error("injected"), { reason: answer.reason });
  });
}

/** The row and key that a finding's line names, as the oracle names them. */
export function subjectOf(detail: string): { readonly row: string; readonly key: string } {
  const [, id, onSymbol] = /^order "([^"]*)" on "([^"]*)"/.exec(detail) ?? [];
  if (id !== undefined) return { row: "order", key: `${id} ${onSymbol}` };
  const [, symbol, side, mode = ""] = /^position "([^"]*)" ([A-Z]+)(?: (CROSS|ISOLATED))?/.exec(detail) ?? [];
  if (symbol !== undefined) return { row: "position", key: `${symbol} ${side} ${mode}` };
  return { row: "snapshot", key: "" };
}

function expectSame(
  findings: readonly { readonly rule: MismatchRule; readonly detail: string }[],
  expected: readonly ExpectedFinding[],
): void {
  const found = findings.map(({ rule, detail }) => ({ rule, ...subjectOf(detail) }));
  const groups = (list: readonly { rule: string; row: string }[]) =>
    list.map(({ rule, row }) => `${rule} ${row}`);
  const subjects = (list: readonly { rule: string; row: string; key: string }[]) =>
    list.map(({ rule, row, key }) => `${rule} ${row} ${key}`).sort();
  expect(groups(found)).toEqual(groups(expected));
  expect(subjects(found)).toEqual(subjects(expected));
}
