import { type OrderRow, type PositionRow, positionKey } from "../rows.js";
import type { Finding } from "./finding.js";
import type { IndexedAccount } from "./indexed.js";
import { hasImpossibleFill, nameOfOrder, nameOfPosition } from "./one-sided.js";

/** Ms by which a time may be ahead of the syncer's clock (contract, section 3). */
export const FAR_AHEAD = 300_000;

/** An accepted answer, as the next one is compared with it. */
export interface Baseline {
  readonly rows: IndexedAccount;
  /** Unix ms of the syncer's clock when it came. */
  readonly at: number;
}

/** The rows that are older, or less filled, than they were in the last accepted answer. */
export function rowsThatWentBack(now: Baseline, before: Baseline): Finding[] {
  const [twiceNow, twiceBefore] = [twice(now), twice(before)];
  const went = (row: OrderRow | PositionRow, was: OrderRow | PositionRow | undefined, key: string) => {
    if (was === undefined || was === row || twiceNow.has(key) || twiceBefore.has(key)) return false;
    return isLess(tsOf(row, now), tsOf(was, before)) || isLess(filledOf(row), filledOf(was));
  };
  const positions = [...now.rows.positions.first].filter(([key, row]) =>
    went(row, before.rows.positions.first.get(key), key),
  );
  const orders = [...now.rows.orders.first].filter(([key, row]) =>
    went(row, before.rows.orders.first.get(key), key),
  );
  const names = [
    ...positions.map(([, row]) => nameOfPosition(row)),
    ...orders.map(([, row]) => nameOfOrder(row)),
  ];
  return names.map((row) => ({ rule: "ts_regression", row }));
}

/** The identities that a row shares with another: such rows are not compared with the past. */
function twice({ rows: { positions, orders } }: Baseline): Set<string> {
  return new Set([...positions.surplus.map(positionKey), ...orders.surplus.map(({ key }) => key)]);
}

// One that is far ahead counts as not said.
function tsOf({ ts }: OrderRow | PositionRow, { at }: Baseline): number | null {
  return ts !== null && ts > at + FAR_AHEAD ? null : ts;
}

function filledOf(row: OrderRow | PositionRow): number | null {
  return "filled" in row && !hasImpossibleFill(row) ? row.filled : null;
}

function isLess(now: number | null, before: number | null): boolean {
  return now !== null && before !== null && now < before;
}
