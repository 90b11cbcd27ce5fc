/** What the exchange and the system do not agree on. */
import { decimalText, exact } from "./exact.ts";
import type { Finding, Known, KnownOrder, Order, Position, Snapshot } from "./my-syncer.ts";

/** A difference of two sides: what makes it the same in the next sync, and what there is to say of it. */
export interface Difference {
  readonly key: string;
  readonly finding: Finding;
}

export function differences(snapshot: Snapshot, known: Known): Difference[] {
  const { order_ids, orders, positions } = known;
  return [
    ...(order_ids === undefined && orders === undefined ? [] : orphans(snapshot, known)),
    ...(orders === undefined ? [] : ordersApart(snapshot.open_orders, orders)),
    ...(positions === undefined ? [] : positionsApart(snapshot.positions, positions)),
  ];
}

export function orderKey({ symbol, order_id }: { symbol: string; order_id: string }): string {
  return `${symbol} ${order_id}`;
}

export function positionKey({ symbol, side, margin_mode }: Omit<Position, "ts" | "qty">): string {
  return `${symbol} ${side} ${margin_mode ?? ""}`;
}

function orphans({ open_orders }: Snapshot, { order_ids = [], orders = [] }: Known): Difference[] {
  const ids = new Set(order_ids);
  const ours = new Set<string>(orders.map(orderKey));
  return open_orders
    .filter((row) => !namesOf(row).some((name) => ids.has(name) || ours.has(`${row.symbol} ${name}`)))
    .map((row) => difference("orphan_order", orderKey(row), `${orderKey(row)} is not known`));
}

function ordersApart(rows: readonly Order[], ours: readonly KnownOrder[]): Difference[] {
  const byName = new Map<string, Order>(
    rows.toReversed().flatMap((row) => namesOf(row).map((name) => [`${row.symbol} ${name}`, row] as const)),
  );
  return ours.flatMap((our) => {
    const key = orderKey(our);
    const row = byName.get(key);
    if (row === undefined) return [difference("missing_order", key, `${key} is gone`)];
    const apart = (["side", "price", "qty"] as const)
      .filter((name) => isApart(name, our[name], row[name]))
      .map((name) => `${name} ${row[name]}, ours ${our[name]}`)
      .join("; ");
    return apart === "" ? [] : [difference("order_mismatch", `${key} ${apart}`, `${key}: ${apart}`)];
  });
}

function isApart(name: string, ours: string | null | undefined, theirs: string | null): boolean {
  if (ours === null || ours === undefined || theirs === null) return false;
  return name === "side" ? ours !== theirs : exact(ours) !== exact(theirs);
}

/** By symbol and side, and by margin mode where both say one; what is not named is flat. */
function positionsApart(rows: readonly Position[], ours: readonly Omit<Position, "ts">[]): Difference[] {
  const side = (row: Omit<Position, "ts">) => `${row.symbol} ${row.side}`;
  const byMode = new Set(ours.filter(({ margin_mode }) => margin_mode).map(side));
  const first = new Map(rows.toReversed().map((row) => [positionKey(row), row]));
  const theirs = new Map<string, bigint>();
  for (const row of first.values()) {
    add(theirs, `${side(row)} ${byMode.has(side(row)) ? (row.margin_mode ?? "") : ""}`, magnitude(row));
  }
  const expected = new Map<string, bigint>();
  for (const our of ours) {
    const [own, any] = [positionKey(our), `${side(our)} `];
    add(expected, !theirs.has(own) && theirs.has(any) ? any : own, magnitude(our));
  }
  return [...new Set([...theirs.keys(), ...expected.keys()])].sort().flatMap((key) => {
    const apart = (theirs.get(key) ?? 0n) - (expected.get(key) ?? 0n);
    const detail = `${key.trim()} is ${decimalText(theirs.get(key) ?? 0n)}, ours ${decimalText(expected.get(key) ?? 0n)}`;
    return apart === 0n ? [] : [difference("position_mismatch", `${key} ${apart}`, detail)];
  });
}

function namesOf({ order_id, client_order_id }: Order): string[] {
  return [order_id, client_order_id].filter((name) => typeof name === "string");
}

function magnitude({ qty, side }: Pick<Position, "qty" | "side">): bigint {
  const value = exact(qty);
  return side === "BOTH" && value < 0n ? -value : value;
}

function add(sums: Map<string, bigint>, key: string, value: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + value);
}

function difference(rule: string, key: string, detail: string): Difference {
  return { key: `${rule} ${key}`, finding: { rule, detail } };
}
