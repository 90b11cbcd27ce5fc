/** A small account syncer, standing in for yours: the four rules and the nine metrics, nothing else. */

export interface Position {
  readonly symbol: string;
  readonly side: string;
  readonly qty: string;
}

export interface Order {
  readonly order_id: string;
  readonly price: string;
  readonly qty: string;
  readonly filled_qty: string;
}

export interface Snapshot {
  readonly positions: readonly Position[];
  readonly open_orders: readonly Order[];
  readonly ts: number;
}

export interface Finding {
  readonly rule: string;
  readonly detail: string;
}

const RULES = ["ts_regression", "duplicate_key", "negative_qty", "orphan_order"];
const REASONS = ["timeout", "auth", "rate_limit", "network", "parse", "unknown"];
const PREFIX = "grinder_account_sync";

export class MySyncer {
  lastTs = 0;
  #lastWallTs = 0;
  #positions = 0;
  #openOrders = 0;
  #pendingNotional = "0";
  readonly #errors = new Map(REASONS.map((reason) => [reason, 0]));
  readonly #mismatches = new Map(RULES.map((rule) => [rule, 0]));

  fetchFailed(reason: string): void {
    count(this.#errors, reason);
  }

  /** A snapshot that is too old moves nothing but the counters. */
  check(snapshot: Snapshot, knownOrderIds: readonly string[] | null, now: number): Finding[] {
    const found = this.#find(snapshot, knownOrderIds);
    this.#lastWallTs = now;
    for (const { rule } of found) count(this.#mismatches, rule);
    if (!this.#isRegression(snapshot)) {
      this.lastTs = snapshot.ts;
      this.#positions = snapshot.positions.length;
      this.#openOrders = snapshot.open_orders.length;
      this.#pendingNotional = pendingNotional(snapshot.open_orders);
    }
    return found;
  }

  /** The Prometheus text, as the /metrics endpoint serves it. */
  metrics(now: number): string {
    const secondsSince = (ms: number) => (ms === 0 ? 0 : (now - ms) / 1000);
    return [
      metric("last_ts", "gauge", "Data timestamp in Unix ms", this.lastTs),
      metric("last_wall_ts", "gauge", "Wall clock of the last sync in Unix ms", this.#lastWallTs),
      metric("age_seconds", "gauge", "Seconds since last_wall_ts", secondsSince(this.#lastWallTs)),
      metric("data_age_seconds", "gauge", "Seconds since last_ts", secondsSince(this.lastTs)),
      labelled("errors_total", "Failed syncs", "reason", this.#errors),
      labelled("mismatches_total", "Mismatches found", "rule", this.#mismatches),
      metric("positions_count", "gauge", "Positions", this.#positions),
      metric("open_orders_count", "gauge", "Open orders", this.#openOrders),
      metric("pending_notional", "gauge", "Price times what is left", this.#pendingNotional),
    ].join("");
  }

  #isRegression({ ts, positions, open_orders }: Snapshot): boolean {
    const isEmpty = ts === 0 && positions.length === 0 && open_orders.length === 0;
    return ts < this.lastTs && !isEmpty;
  }

  #find(snapshot: Snapshot, knownOrderIds: readonly string[] | null): Finding[] {
    const { positions, open_orders: orders } = snapshot;
    const known = knownOrderIds === null ? null : new Set(knownOrderIds);
    const positionKeys = positions.map(({ symbol, side }) => `${symbol} ${side}`);
    return [
      ...(this.#isRegression(snapshot) ? [`ts ${snapshot.ts} is before ${this.lastTs}`] : []).map(
        as("ts_regression"),
      ),
      ...surplus(positionKeys).map(as("duplicate_key")),
      ...surplus(orders.map(({ order_id }) => order_id)).map(as("duplicate_key")),
      ...positions
        .filter(({ qty }) => isNegative(qty))
        .map(({ symbol }) => symbol)
        .map(as("negative_qty")),
      ...orders
        .filter(({ qty }) => isNegative(qty))
        .map(({ order_id }) => order_id)
        .map(as("negative_qty")),
      ...orders
        .filter(({ order_id }) => known !== null && !known.has(order_id))
        .map(({ order_id }) => order_id)
        .map(as("orphan_order")),
    ];
  }
}

function as(rule: string): (detail: string) => Finding {
  return (detail) => ({ rule, detail });
}

function surplus(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}

function isNegative(qty: string): boolean {
  return qty.startsWith("-") && /[1-9]/.test(qty);
}

/** The sum of price * rest over the orders with something left, in whole units of the last digit: exact. */
function pendingNotional(orders: readonly Order[]): string {
  const DIGITS = 18;
  const units = (text: string) => {
    const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
    const value = BigInt(whole + fraction.slice(0, DIGITS).padEnd(DIGITS, "0"));
    return text.startsWith("-") ? -value : value;
  };
  let sum = 0n;
  for (const { price, qty, filled_qty } of orders) {
    const rest = units(qty) - units(filled_qty);
    if (rest > 0n) sum += units(price) * rest;
  }
  const digits = (sum < 0n ? -sum : sum).toString().padStart(2 * DIGITS + 1, "0");
  return `${sum < 0n ? "-" : ""}${digits.slice(0, -2 * DIGITS)}.${digits.slice(-2 * DIGITS)}`;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function metric(name: string, type: string, help: string, value: number | string): string {
  return `${headOf(name, type, help)}${PREFIX}_${name} ${value}\n`;
}

function labelled(name: string, help: string, label: string, counts: ReadonlyMap<string, number>): string {
  const samples = [...counts].map(([key, value]) => `${PREFIX}_${name}{${label}="${key}"} ${value}\n`);
  return headOf(name, "counter", help) + samples.join("");
}

function headOf(name: string, type: string, help: string): string {
  return `# HELP ${PREFIX}_${name} ${help}\n# TYPE ${PREFIX}_${name} ${type}\n`;
}
