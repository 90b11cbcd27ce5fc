import { type OrderRow, type PositionRow, positionKey } from "../rows.js";
import type { Finding } from "./finding.js";
import type { IndexedAccount } from "./indexed.js";

/** What is wrong with an answer by itself. */
export function oneSidedFindings({ account, positions, orders }: IndexedAccount): Finding[] {
  return [
    ...positions.surplus.map(finding("duplicate_key", nameOfPosition)),
    ...orders.surplus.map(finding("duplicate_key", nameOfOrder)),
    ...account.positions.filter(({ qty }) => qty < 0).map(finding("negative_qty", nameOfPosition)),
    ...account.orders.filter(({ qty }) => qty !== null && qty < 0).map(finding("negative_qty", nameOfOrder)),
    ...account.orders.filter(hasImpossibleFill).map(finding("impossible_fill", nameOfOrder)),
  ];
}

/** Filled below zero, or above a quantity that is said and possible itself. */
export function hasImpossibleFill({ filled, qty }: OrderRow): boolean {
  return filled !== null && (filled < 0 || (qty !== null && qty >= 0 && filled > qty));
}

/** An order in the words of a finding. */
export function nameOfOrder({ key }: OrderRow): string {
  return `order ${key}`;
}

/** A position in the words of a finding. */
export function nameOfPosition(row: PositionRow): string {
  return `position ${positionKey(row)}`;
}

function finding<T>(rule: Finding["rule"], nameOf: (row: T) => string): (row: T) => Finding {
  return (row) => ({ rule, row: nameOf(row) });
}
