import { type Account, type OrderRow, type PositionRow, positionKey } from "../rows.js";

/** Rows by their identity; of those that share one, the first. */
export interface Indexed<T> {
  readonly first: ReadonlyMap<string, T>;
  /** The rows whose identity stood there before. */
  readonly surplus: readonly T[];
}

/** An account whose rows can be looked up. */
export interface IndexedAccount {
  readonly account: Account;
  readonly orders: Indexed<OrderRow>;
  readonly positions: Indexed<PositionRow>;
}

/** Looks through an account once. */
export function indexed(account: Account): IndexedAccount {
  const orders = indexRows(account.orders, ({ key }) => key);
  return { account, orders, positions: indexRows(account.positions, positionKey) };
}

function indexRows<T>(rows: readonly T[], keyOf: (row: T) => string): Indexed<T> {
  const first = new Map<string, T>();
  const surplus: T[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    if (first.has(key)) surplus.push(row);
    else first.set(key, row);
  }
  return { first, surplus };
}
