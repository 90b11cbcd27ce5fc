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
    this.orders = new RowIndex(openOrders, firstOrders(openOrders), idOf, symbolOf);
    this.positions = new RowIndex(positions, firstPositions(positions), symbolOf, legOf);
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

// Two loops, as one that takes the name as a function costs twice as much for each row. From the last row to the
// first, so that what is left is the first.
function firstOrders(orders: readonly OpenOrderSnap[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let place = orders.length - 1; place >= 0; place--) {
    const order = orders[place];
    if (order !== undefined) places.set(order.orderId, place);
  }
  return places;
}

function firstPositions(positions: readonly PositionSnap[]): Map<string, number> {
  const places = new Map<string, number>();
  for (let place = positions.length - 1; place >= 0; place--) {
    const position = positions[place];
    if (position !== undefined) places.set(position.symbol, place);
  }
  return places;
}

function idOf({ orderId }: OpenOrderSnap): string {
  return orderId;
}

function symbolOf({ symbol }: { readonly symbol: string }): string {
  return symbol;
}
