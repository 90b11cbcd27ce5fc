import { describe, expect, it } from "vitest";
import type { Day } from "../../../src/life/day.js";
import type { Account, OrderRow } from "../../../src/life/rows.js";
import { positionKey } from "../../../src/life/rows.js";
import { type Answered, answered, differencesIn, healthyDay } from "../../support/life-days.js";

const DAYS = [1, 2, 3].map((seed) => healthyDay({ seed }));

/** How often something is to be seen in the answered syncs of one day, or of all. */
type Seen = (now: Answered, before: Answered) => boolean;

function timesSeen(day: Day, seen: Seen): number {
  const syncs = answered(day);
  return syncs.filter((now, index) => index > 0 && seen(now, syncs[index - 1] ?? now)).length;
}

const order = ({ answer }: { readonly answer: Account }, key: string) =>
  answer.orders.find((row) => row.key === key);
const anyOrder = (test: (row: OrderRow, before: OrderRow | undefined) => boolean): Seen => {
  return (now, before) => now.answer.orders.some((row) => test(row, order(before, row.key)));
};
const size = ({ answer }: Answered, key: string) =>
  answer.positions.find((row) => positionKey(row) === key)?.qty ?? 0;
const anyPosition = (test: (qty: number, before: number) => boolean): Seen => {
  return (now, before) => {
    const keys = [...now.answer.positions, ...before.answer.positions].map(positionKey);
    return keys.some((key) => test(size(now, key), size(before, key)));
  };
};
const differs =
  (rule: string): Seen =>
  (now) =>
    differencesIn(now).some((difference) => difference.rule === rule);
const isEmpty = ({ answer }: Answered) => answer.orders.length + answer.positions.length === 0;
const newest = ({ answer }: Answered) => Math.max(...answer.orders.map(({ ts }) => ts ?? 0));

const HEALTHY: readonly (readonly [string, number, Seen])[] = [
  ["an order is listed before the bot has heard of it", 10, differs("orphan_order")],
  ["an order has ended before the bot has heard of it", 10, differs("missing_order")],
  ["an order was amended before the bot has heard of it", 5, differs("order_mismatch")],
  ["a position has changed before the bot has heard of it", 10, differs("position_mismatch")],
  [
    "an order is filled in part",
    50,
    anyOrder((row, before) => (row.filled ?? 0) > (before?.filled ?? row.filled ?? 0)),
  ],
  [
    "an order's price is amended",
    20,
    anyOrder((row, before) => before !== undefined && row.price !== before.price),
  ],
  [
    "an order's quantity is amended",
    20,
    anyOrder((row, before) => before !== undefined && row.qty !== before.qty),
  ],
  [
    "an order leaves",
    50,
    (now, before) => before.answer.orders.some((row) => order(now, row.key) === undefined),
  ],
  [
    "the newest order leaves, and the answer is not older for it",
    5,
    (now, before) => newest(now) < newest(before) && now.answer.ts >= before.answer.ts,
  ],
  ["a position opens", 10, anyPosition((qty, before) => before === 0 && qty > 0)],
  ["a position grows", 30, anyPosition((qty, before) => before > 0 && qty > before)],
  ["a position shrinks", 30, anyPosition((qty, before) => qty > 0 && qty < before)],
  ["a position closes", 10, anyPosition((qty, before) => before > 0 && qty === 0)],
  [
    "a position flips",
    1,
    (now, before) =>
      before.answer.positions.some(
        (row) =>
          row.instrument.mode === "net" &&
          now.answer.positions.some(
            ({ instrument, side }) => instrument === row.instrument && side !== row.side,
          ),
      ),
  ],
  [
    "both legs of a hedge are held",
    100,
    hasPair((a, b) => a.side !== b.side && a.marginMode === b.marginMode),
  ],
  [
    "cross and isolated are held on one side",
    100,
    hasPair((a, b) => a.side === b.side && a.marginMode !== b.marginMode),
  ],
  [
    "a one-way symbol is held",
    100,
    (now) => now.answer.positions.some(({ side, qty }) => side === "BOTH" && qty > 0),
  ],
  [
    "an order states neither quantity nor fill",
    50,
    anyOrder(({ qty, filled }) => qty === null && filled === null),
  ],
  [
    "an order states its quantity and no fill",
    10,
    anyOrder(({ qty, filled }) => qty !== null && filled === null),
  ],
  ["a market order is seen", 3, anyOrder(({ orderType, price }) => orderType === "MARKET" && price === 0)],
  [
    "one id stands on two symbols",
    20,
    (now) => new Set(now.answer.orders.map(({ orderId }) => orderId)).size < now.answer.orders.length,
  ],
  ["two 64-bit ids differ in the last digit alone", 50, hasNeighbours],
  [
    "a row has the stamp of a time long past",
    50,
    (now) => now.answer.orders.some(({ ts }) => ts !== null && ts < now.answer.ts - 60_000),
  ],
  ["a row is stamped in microseconds", 1, anyOrder(({ ts }) => (ts ?? 0) > 10 ** 15)],
  [
    "the bot names an order by its own id",
    100,
    ({ known, answer }) =>
      known?.orders?.some(({ key }) => answer.orders.some(({ clientKey }) => clientKey === key)) === true,
  ],
  ["nothing at all is told", 1, ({ known }) => known === null],
  ["ids alone are told", 1, ({ known }) => known !== null && known.orders === null],
];

function hasPair(test: (a: Account["positions"][number], b: Account["positions"][number]) => boolean): Seen {
  return ({ answer: { positions } }) =>
    positions.some((a) =>
      positions.some((b) => a.instrument === b.instrument && a.qty > 0 && b.qty > 0 && test(a, b)),
    );
}

function hasNeighbours({ answer }: Answered): boolean {
  const long = answer.orders.map(({ orderId }) => orderId).filter((id) => id.length === 19);
  expect(long.every((id) => BigInt(id) < 2n ** 63n && BigInt(id) > 2n ** 53n)).toBe(true);
  return new Set(long.map((id) => id.slice(0, -1))).size < new Set(long).size;
}

describe("a healthy day is one of a market", () => {
  it.each(HEALTHY)("%s, at least %i times in three days", (_, atLeast, seen) => {
    const times = DAYS.reduce((sum, day) => sum + timesSeen(day, seen), 0);
    expect(times).toBeGreaterThanOrEqual(atLeast);
  });

  it("the account empties, with a ts or without, and fills again", () => {
    for (const day of DAYS) {
      const syncs = answered(day);
      const empty = syncs.flatMap((sync, index) => (isEmpty(sync) ? [index] : []));
      expect(empty.length).toBeGreaterThan(0);
      expect(syncs.slice(empty.at(-1)).some((sync) => sync.answer.orders.length > 5)).toBe(true);
    }
    const stamps = [1, 2, 3, 4, 5, 6].flatMap((seed) =>
      answered(healthyDay({ seed, syncs: 400 }))
        .filter(isEmpty)
        .map(({ answer }) => answer.ts === 0),
    );
    expect(new Set(stamps)).toEqual(new Set([true, false]));
  });

  it("the syncer is started anew, and is told at once or later", () => {
    const restarts = DAYS.flatMap(({ steps }) => steps.filter(({ restart }) => restart));
    expect(restarts.length).toBeGreaterThan(8);
    expect(restarts.some(({ known }) => known === null)).toBe(true);
    expect(restarts.some(({ known }) => known !== null)).toBe(true);
  });

  it("fetches fail for every reason, alone and in a row", () => {
    const failed = DAYS.flatMap(({ steps }) =>
      steps.map(({ answer }) => (typeof answer === "string" ? answer : "-")),
    );
    expect(new Set(failed).size).toBe(7);
    expect(failed.some((reason, sync) => reason !== "-" && failed[sync - 1] !== "-")).toBe(true);
    expect(
      failed.some((reason, sync) => reason !== "-" && failed[sync - 1] === "-" && failed[sync + 1] === "-"),
    ).toBe(true);
  });

  it("there are quiet hours, and syncs 1 s, 5 s, 15 s and 60 s apart", () => {
    const quiet = (now: Answered, before: Answered) =>
      now.answer.orders.every((row) => order(before, row.key)?.ts === row.ts);
    expect(DAYS.every((day) => timesSeen(day, quiet) > 50)).toBe(true);
    const gaps = DAYS.flatMap(({ steps }) => steps.map(({ at }, sync) => at - (steps[sync - 1]?.at ?? at)));
    for (const gap of [1_000, 5_000, 15_000, 60_000]) expect(gaps).toContain(gap);
  });

  it("a position differs for longer than any grace, by another amount at each look", () => {
    const flagged = DAYS.flatMap((day) => {
      let since = new Map<string, number>();
      return answered(day).filter((sync) => {
        const rows = differencesIn(sync).map(({ row }) => row);
        since = new Map(rows.map((row) => [row, since.get(row) ?? sync.at]));
        return [...since.values()].some((at) => sync.at - at >= 15_000);
      });
    });
    expect(flagged.length).toBeGreaterThan(10);
  });
});
