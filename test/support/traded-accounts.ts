import fc from "fast-check";
import type { Answer } from "./account-oracle.js";
import type { WireOrder, WirePosition } from "./arbitraries.js";
import type { WireKnown } from "./difference-oracle.js";

/*
 * Accounts that are traded: rows come from what happened to them and keep the time of their last change, the newest one
 * leaves, each answer is stamped by itself, positions and orders are read at two moments, and the bot hears of everything
 * late. Some of the account stands still.
 */

/** The settings that the documents advise. */
export const ADVISED = { syncs: 3, ms: 10_000 };
/** Unix ms at which every traded account begins. */
const START = 1_700_000_000_000;
const SECOND_READING = 200;
const ANSWERED = 300;
const LATEST = 2000;

type Event = {
  readonly kind: "place" | "fill" | "amend" | "cancel" | "trade" | "close";
  readonly pick: number;
  /** ms since the event before. */
  readonly gap: number;
  /** ms until the bot hears of it. */
  readonly late: number;
};

/** The exchange's own account at one moment. */
export interface Book {
  readonly positions: readonly WirePosition[];
  readonly orders: readonly WireOrder[];
}

interface Life {
  readonly events: readonly Event[];
  /** ms between syncs, the first one after the account's beginning. */
  readonly gaps: readonly number[];
}

const lives: fc.Arbitrary<Life> = fc.record({
  events: fc.array(
    fc.record({
      kind: fc.constantFrom("place", "place", "place", "fill", "amend", "cancel", "trade", "close"),
      pick: fc.nat({ max: 50 }),
      gap: fc.nat({ max: 4000 }),
      late: fc.nat({ max: LATEST }),
    }),
    { maxLength: 30 },
  ),
  gaps: fc.array(fc.integer({ min: 5000, max: 15_000 }), { minLength: 6, maxLength: 12 }),
});

/** Healthy histories: whatever happened, both sides hear of it in the end. */
export const healthyHistories: fc.Arbitrary<readonly Answer[]> = lives.map(historyOf);

/** What of an account stands still, whatever else is traded: a hedge, a one-way position, orders part filled or of no qty. */
export const STEADY: Book = {
  positions: [
    position("STEADY/USDT:USDT", "LONG", "2"),
    position("STEADY/USDT:USDT", "SHORT", "3"),
    { ...position("MODES/USDT:USDT", "LONG", "4"), margin_mode: "CROSS" },
    { ...position("MODES/USDT:USDT", "LONG", "6"), margin_mode: "ISOLATED" },
    position("ONEWAY", "BOTH", "1"),
  ],
  orders: [
    { ...order("9007199254740992", "STEADY/USDT:USDT", "5"), filled_qty: "1" },
    { ...order("9007199254740993", "STEADY/USDT:USDT", "5"), client_order_id: "bot-1" },
    { ...order("9007199254740992", "OTHER/USDT:USDT", "7"), side: "SELL" },
    { ...order("stop-1", "ONEWAY", "0"), qty: null, filled_qty: null, order_type: "STOP" },
  ],
};

function historyOf({ events, gaps }: Life): Answer[] {
  const timeline = eventsOf(events);
  let now = START;
  return gaps.map((gap) => {
    now += gap;
    const [first, second] = [bookAt(timeline, now), bookAt(timeline, now + SECOND_READING)];
    const account = {
      positions: [...STEADY.positions, ...first.positions],
      open_orders: [...STEADY.orders, ...second.orders],
      ts: now,
      source: "exchange",
    };
    return { now: now + ANSWERED, account, known: knownAt(timeline, now + ANSWERED) };
  });
}

interface TimedEvent {
  readonly at: number;
  readonly heardAt: number;
  /** The exchange's account from then on. */
  readonly after: Book;
  /** An id that the bot gave with it, which it knows beforehand. */
  readonly ownId: string | null;
}

// Heard in the order in which it happened.
function eventsOf(events: readonly Event[]): TimedEvent[] {
  let [at, heardAt] = [START, START];
  let book: Book = { positions: [], orders: [] };
  return events.map((event, index) => {
    at += event.gap;
    heardAt = Math.max(heardAt, at + event.late);
    const before = book.orders.length;
    book = happen(book, event, index, at);
    const placed = book.orders.length > before ? book.orders.at(-1) : undefined;
    return { at, heardAt, after: book, ownId: placed?.client_order_id ?? null };
  });
}

function bookAt(timeline: readonly TimedEvent[], now: number): Book {
  return timeline.findLast(({ at }) => at <= now)?.after ?? { positions: [], orders: [] };
}

function knownAt(timeline: readonly TimedEvent[], now: number): WireKnown {
  const { positions, orders } = timeline.findLast(({ heardAt }) => heardAt <= now)?.after ?? {
    positions: [],
    orders: [],
  };
  return {
    order_ids: timeline.flatMap(({ at, ownId }) => (ownId !== null && at <= now ? [ownId] : [])),
    orders: [...STEADY.orders, ...orders].map(ours),
    positions: [...STEADY.positions, ...positions].map(({ symbol, side, qty, margin_mode = null }) => ({
      symbol,
      side,
      qty,
      margin_mode,
    })),
  };
}

// By our own id, where there is one.
function ours({ order_id, client_order_id, symbol, side, price, qty }: WireOrder) {
  return { order_id: client_order_id ?? order_id, symbol, side, price, qty };
}

// No two events change an amount by the same, so that no two of them in flight make the same difference.
function happen({ positions, orders }: Book, { kind, pick }: Event, index: number, at: number): Book {
  const amount = `${2 ** index}`;
  const chosen = pick % Math.max(1, orders.length);
  const changed = (change: Partial<WireOrder>): Book => ({
    positions,
    orders: orders.map((row, place) => (place === chosen ? { ...row, ...change, ts: at } : row)),
  });
  const symbol = ["BTC/USDT:USDT", "ETH/USDT:USDT"][pick % 2] ?? "";
  const side = pick % 4 < 2 ? "LONG" : "SHORT";
  switch (kind) {
    case "place": {
      const placed = { ...order(`${10 ** 15 + index}`, symbol, `${2 ** 31}`), ts: at };
      const named = pick % 3 === 0 ? placed : { ...placed, client_order_id: `bot-life-${index}` };
      return { positions, orders: [...orders, named] };
    }
    case "fill":
      return changed({ filled_qty: amount, status: "PARTIALLY_FILLED" });
    case "amend":
      return changed({ price: amount, qty: `${2 ** 31 + index}` });
    case "cancel":
      return { positions, orders: orders.filter((_, place) => place !== chosen) };
    case "trade": {
      const rest = positions.filter((row) => row.symbol !== symbol || row.side !== side);
      return { positions: [...rest, { ...position(symbol, side, amount), ts: at }], orders };
    }
    case "close":
      return { positions: positions.filter((_, place) => place !== pick % positions.length), orders };
  }
}

function position(symbol: string, side: WirePosition["side"], qty: string): WirePosition {
  const unsaid = { entry_price: null, mark_price: null, unrealized_pnl: null, leverage: null };
  return { symbol, side, qty, ...unsaid, ts: START - 3_600_000 };
}

function order(order_id: string, symbol: string, qty: string): WireOrder {
  return {
    order_id,
    symbol,
    side: "BUY",
    order_type: "LIMIT",
    price: "100",
    qty,
    filled_qty: "0",
    reduce_only: false,
    status: "NEW",
    ts: START - 3_600_000,
  };
}
