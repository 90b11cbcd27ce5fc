/** A small account syncer, standing in for yours: positions, orders and ids compared, with a grace for what is in flight. */
import { type Difference, differences, orderKey, positionKey } from "./differences.ts";
import { exact } from "./exact.ts";
import { MyMetrics } from "./my-metrics.ts";

export interface Position {
  readonly symbol: string;
  readonly side: string;
  readonly qty: string;
  readonly margin_mode?: string | null;
  readonly ts: number | null;
}

export interface Order {
  readonly order_id: string;
  readonly client_order_id?: string | null;
  readonly symbol: string;
  readonly side: string;
  readonly price: string;
  readonly qty: string | null;
  readonly filled_qty: string | null;
  readonly ts: number | null;
}

export interface Snapshot {
  readonly positions: readonly Position[];
  readonly open_orders: readonly Order[];
  readonly ts: number;
}

export interface KnownOrder {
  readonly order_id: string;
  readonly symbol: string;
  readonly side?: string | null;
  readonly price?: string | null;
  readonly qty?: string | null;
}

/** What the system believes; what is not there is not compared. */
export interface Known {
  readonly order_ids?: readonly string[];
  readonly orders?: readonly KnownOrder[];
  readonly positions?: readonly Omit<Position, "ts">[];
}

export interface Finding {
  readonly rule: string;
  readonly detail: string;
}

/** How often in a row, and for how long, a difference of two sides must last. */
export interface Settle {
  readonly syncs: number;
  readonly ms: number;
}

const RULES = [
  "ts_regression",
  "duplicate_key",
  "negative_qty",
  "impossible_fill",
  "orphan_order",
  "missing_order",
  "order_mismatch",
  "position_mismatch",
];
const REASONS = ["timeout", "auth", "rate_limit", "network", "parse", "unknown"];
const FUTURE_MS = 300_000;

/** Whether its ts is too far ahead of the clock to be believed. */
export function isAhead({ ts }: Snapshot, now: number): boolean {
  return ts > now + FUTURE_MS;
}

export class MySyncer {
  readonly metrics = new MyMetrics(RULES, REASONS);
  readonly #settle: Settle;
  lastTs = 0;
  #rows: ReadonlyMap<string, Position | Order> = new Map();
  #lasting = new Map<string, { since: number; syncs: number }>();

  constructor(settle: Settle = { syncs: 1, ms: 0 }) {
    this.#settle = settle;
  }

  fetchFailed(reason: string): void {
    this.metrics.failed(reason);
  }

  /** A snapshot that is too old moves nothing but the counters. */
  check(snapshot: Snapshot, known: Known | null, now: number): Finding[] {
    const isRegression = this.#isRegression(snapshot);
    const settled = this.#settled(differences(snapshot, known ?? {}), now, isRegression);
    const found = [...this.#oneSided(snapshot, isRegression, now), ...settled].sort(
      (a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule),
    );
    this.metrics.found(found, now);
    if (!isRegression) {
      this.lastTs = snapshot.ts;
      this.#rows = rowsOf(snapshot);
      this.metrics.accepted(snapshot);
    }
    return found;
  }

  #isRegression({ ts, positions, open_orders }: Snapshot): boolean {
    const isEmpty = ts === 0 && positions.length === 0 && open_orders.length === 0;
    return ts < this.lastTs && !isEmpty;
  }

  #oneSided(snapshot: Snapshot, isRegression: boolean, now: number): Finding[] {
    const { positions, open_orders: orders, ts } = snapshot;
    const wentBack = [...rowsOf(snapshot)].flatMap(([key, row]) => {
      const before = this.#rows.get(key);
      return before !== undefined && isBack(before, row, now) ? [`${key} went back`] : [];
    });
    return [
      ...(isRegression ? [`ts ${ts} is before ${this.lastTs}`] : wentBack).map(as("ts_regression")),
      ...surplus(positions.map(positionKey)).map(as("duplicate_key")),
      ...surplus(orders.map(orderKey)).map(as("duplicate_key")),
      ...positions
        .filter(({ qty }) => exact(qty) < 0n)
        .map(({ symbol }) => symbol)
        .map(as("negative_qty")),
      ...orders
        .filter(({ qty }) => qty !== null && exact(qty) < 0n)
        .map(({ order_id }) => order_id)
        .map(as("negative_qty")),
      ...orders
        .filter(isImpossible)
        .map(({ order_id }) => order_id)
        .map(as("impossible_fill")),
    ];
  }

  /** Of the differences, those that have lasted. A snapshot that is too old lets nothing settle. */
  #settled(differs: readonly Difference[], now: number, isRegression: boolean): Finding[] {
    const lasting = new Map(
      differs.map(({ key }) => {
        const { since, syncs } = this.#lasting.get(key) ?? { since: now, syncs: 0 };
        return [key, { since, syncs: isRegression ? syncs : syncs + 1 }];
      }),
    );
    if (!isRegression) this.#lasting = lasting;
    const { syncs, ms } = this.#settle;
    if (syncs === 1 && ms === 0) return differs.map(({ finding }) => finding);
    return differs.flatMap(({ key, finding }) => {
      const lasted = lasting.get(key);
      return lasted !== undefined && lasted.syncs >= syncs && now - lasted.since >= ms ? [finding] : [];
    });
  }
}

function as(rule: string): (detail: string) => Finding {
  return (detail) => ({ rule, detail });
}

/** The rows by their key, to be compared with the next; not those that are there twice. */
function rowsOf({ positions, open_orders }: Snapshot): Map<string, Position | Order> {
  const keyed: (readonly [string, Position | Order])[] = [
    ...positions.map((row) => [`position ${positionKey(row)}`, row] as const),
    ...open_orders.map((row) => [`order ${orderKey(row)}`, row] as const),
  ];
  const twice = surplus(keyed.map(([key]) => key));
  return new Map(keyed.filter(([key]) => !twice.includes(key)));
}

function isBack(before: Position | Order, after: Position | Order, now: number): boolean {
  const times = [before.ts, after.ts].map((ts) => (ts !== null && ts <= now + FUTURE_MS ? ts : null));
  const fills = [before, after].map((row) =>
    "filled_qty" in row && !isImpossible(row) ? row.filled_qty : null,
  );
  const [[oldTs, newTs], [oldFill, newFill]] = [times, fills];
  const isOlder = oldTs != null && newTs != null && newTs < oldTs;
  return isOlder || (oldFill != null && newFill != null && exact(newFill) < exact(oldFill));
}

/** A fill below zero, or above a quantity that is said and sound. */
function isImpossible({ qty, filled_qty }: Pick<Order, "qty" | "filled_qty">): boolean {
  if (filled_qty === null) return false;
  const filled = exact(filled_qty);
  return filled < 0n || (qty !== null && exact(qty) >= 0n && filled > exact(qty));
}

function surplus(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
