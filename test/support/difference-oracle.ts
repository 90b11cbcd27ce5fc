import type { WireAccount } from "./account-oracle.js";
import type { WireOrder } from "./arbitraries.js";
import { exactUnits } from "./exact-oracle.js";

/*
 * What section 3 of the contract says that the two sides differ in, at one sight of the account. Written from its text:
 * every pair is tried, numbers are digits.
 */

/** What is known, in wire form. */
export interface WireKnown {
  readonly order_ids?: readonly string[];
  readonly orders?: readonly WireKnownOrder[];
  readonly positions?: readonly WireKnownPosition[];
}

export interface WireKnownOrder {
  readonly order_id: string;
  readonly symbol: string;
  readonly side?: string | null;
  readonly price?: string | null;
  readonly qty?: string | null;
}

export interface WireKnownPosition {
  readonly symbol: string;
  readonly side: string;
  readonly qty: string;
  readonly margin_mode?: string | null;
}

/** A finding in a few words, in the order of the contract; within a rule and kind of row, in any order. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly row: "snapshot" | "position" | "order";
  /** `id symbol` of an order, `symbol side mode` of a position, nothing of the snapshot. */
  readonly key: string;
  /** Of a difference: what is the same where the difference is. */
  readonly sameAs: string;
}

const SCALE = 60;

/** All differences of one sight, in the order of the rules. */
export function differencesOf(sight: {
  readonly account: WireAccount;
  readonly known: WireKnown | null;
}): readonly ExpectedFinding[] {
  const { account, known } = sight;
  if (known === null) return [];
  return [
    ...orphans(account, known),
    ...missing(account, known),
    ...otherTerms(account, known),
    ...otherPositions(account, known),
  ];
}

function orphans({ open_orders }: WireAccount, { order_ids, orders }: WireKnown): ExpectedFinding[] {
  if (order_ids === undefined && orders === undefined) return [];
  const names = (row: WireOrder) => [row.order_id, row.client_order_id].filter((id) => id !== undefined);
  const isKnown = (row: WireOrder) =>
    names(row).some(
      (id) =>
        order_ids?.includes(id) === true ||
        orders?.some(({ order_id, symbol }) => order_id === id && symbol === row.symbol) === true,
    );
  return open_orders
    .filter((row) => !isKnown(row))
    .map((row) => ofOrder("orphan_order", row.order_id, row.symbol));
}

// The exchange's id comes first; of orders that share the one we gave, the one with the lesser id of the exchange's.
function rowOf(account: WireAccount, { order_id, symbol }: WireKnownOrder): WireOrder | undefined {
  const there = account.open_orders.filter((row) => row.symbol === symbol);
  const byOwnId = there.filter((row) => row.client_order_id === order_id);
  const [least] = byOwnId.map((row) => row.order_id).sort();
  return there.find((row) => row.order_id === order_id) ?? byOwnId.find((row) => row.order_id === least);
}

function missing(account: WireAccount, { orders = [] }: WireKnown): ExpectedFinding[] {
  return orders
    .filter((order) => rowOf(account, order) === undefined)
    .map(({ order_id, symbol }) => ofOrder("missing_order", order_id, symbol));
}

function otherTerms(account: WireAccount, { orders = [] }: WireKnown): ExpectedFinding[] {
  return orders.flatMap((order) => {
    const row = rowOf(account, order);
    if (row === undefined) return [];
    const side = order.side ?? row.side;
    const differing = [
      ...(side === row.side ? [] : [`side ${side} ${row.side}`]),
      ...otherNumber("price", order.price, row.price),
      ...otherNumber("qty", order.qty, row.qty),
    ];
    if (differing.length === 0) return [];
    const { rule, row: kind, key, sameAs } = ofOrder("order_mismatch", order.order_id, order.symbol);
    return [{ rule, row: kind, key, sameAs: `${sameAs} is ${row.order_id} ${differing.join(", ")}` }];
  });
}

function otherNumber(name: string, ours: string | null | undefined, theirs: string | null): string[] {
  if (ours === null || ours === undefined || theirs === null) return [];
  const [a, b] = [exactUnits(ours, SCALE), exactUnits(theirs, SCALE)];
  return a === b ? [] : [`${name} ${a} ${b}`];
}

function otherPositions(account: WireAccount, { positions: ours }: WireKnown): ExpectedFinding[] {
  if (ours === undefined) return [];
  const theirs = account.positions.filter(
    (row, index) => account.positions.findIndex((one) => identity(one) === identity(row)) === index,
  );
  const legs = new Map(
    [...ours, ...theirs].map(({ symbol, side }) => [`${symbol} ${side}`, { symbol, side }]),
  );
  return [...legs.values()].flatMap(({ symbol, side }) => {
    const ofLeg = (row: WireKnownPosition) => row.symbol === symbol && row.side === side;
    const [mine, other] = [ours.filter(ofLeg), theirs.filter(ofLeg)];
    const sayMode = [...mine, ...other].every(({ margin_mode }) => Boolean(margin_mode));
    return (sayMode ? ["CROSS", "ISOLATED"] : [""]).flatMap((mode) => {
      const ofMode = ({ margin_mode }: WireKnownPosition) => mode === "" || margin_mode === mode;
      const difference = total(other.filter(ofMode)) - total(mine.filter(ofMode));
      if (difference === 0n) return [];
      const key = `${symbol} ${side} ${mode}`;
      const sameAs = `position_mismatch ${key} ${difference}`;
      return [{ rule: "position_mismatch", row: "position" as const, key, sameAs }];
    });
  });
}

function identity({ symbol, side, margin_mode }: WireKnownPosition): string {
  return JSON.stringify([symbol, side, margin_mode ?? null]);
}

function total(rows: readonly WireKnownPosition[]): bigint {
  return rows.reduce((sum, { side, qty }) => {
    const units = exactUnits(qty, SCALE);
    return sum + (side === "BOTH" && units < 0n ? -units : units);
  }, 0n);
}

function ofOrder(rule: string, id: string, symbol: string): ExpectedFinding {
  const key = `${id} ${symbol}`;
  return { rule, row: "order", key, sameAs: `${rule} ${key}` };
}
