import { RowIndex } from "./row-index.js";
import type { AccountSnapshot, MarginMode, OpenOrderSnap, PositionSide, PositionSnap } from "./snapshot.js";

/** A snapshot whose rows are found by their identity (contract, section 2). */
export class AccountView {
  readonly snapshot: AccountSnapshot;
  /** Named by the exchange's id, told apart by symbol. */
  readonly orders: RowIndex<OpenOrderSnap>;
  /** Named by symbol, told apart by {@link legOf}. */
  readonly positions: RowIndex<PositionSnap>;

  constructor(snapshot: AccountSnapshot) {
    const { openOrders, positions } = snapshot;
    this.snapshot = snapshot;
    this.orders = new RowIndex(openOrders, placesOfOrders(openOrders), idOf, symbolOf);
    this.positions = new RowIndex(positions, placesOfPositions(positions), symbolOf, legOf);
  }

  /** The first row of each position's identity, in their order. */
  firstPositions(): readonly PositionSnap[] {
    const { rows, surplus } = this.positions;
    if (surplus.length === 0) return rows;
    const places = new Set(surplus);
    return rows.filter((_, place) => !places.has(place));
  }
}

interface Leg {
  readonly side: PositionSide;
  readonly marginMode?: MarginMode | null | undefined;
}

/** Side and margin mode, as one text: what tells the positions of one symbol apart. */
export function legOf({ side, marginMode }: Leg): string {
  return marginMode === undefined || marginMode === null ? side : `${side} ${marginMode}`;
}

// Two loops: one that takes the name as a function costs twice as much for each row.
function placesOfOrders(orders: readonly OpenOrderSnap[]): Map<string, number> {
  const places = new Map<string, number>();
  let place = 0;
  for (const { orderId } of orders) places.set(orderId, place++);
  return places;
}

function placesOfPositions(positions: readonly PositionSnap[]): Map<string, number> {
  const places = new Map<string, number>();
  let place = 0;
  for (const { symbol } of positions) places.set(symbol, place++);
  return places;
}

function idOf({ orderId }: OpenOrderSnap): string {
  return orderId;
}

function symbolOf({ symbol }: { readonly symbol: string }): string {
  return symbol;
}
