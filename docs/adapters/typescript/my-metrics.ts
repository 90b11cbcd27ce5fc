/** The metrics of an account syncer as Prometheus text. */
import { decimalText, exact } from "./exact.ts";
import type { Finding, Order, Snapshot } from "./my-syncer.ts";

const PREFIX = "grinder_account_sync";

export class MyMetrics {
  // Every series at 0 from the start: increase() cannot see one that is born at 1.
  readonly #errors: Map<string, number>;
  readonly #mismatches: Map<string, number>;
  readonly #lastMismatch: Map<string, number>;
  #lastTs = 0;
  #lastWallTs = 0;
  #positions = 0;
  #openOrders = 0;
  #pendingNotional = "0";

  constructor(rules: readonly string[], reasons: readonly string[]) {
    this.#errors = zeros(reasons);
    this.#mismatches = zeros(rules);
    this.#lastMismatch = zeros(rules);
  }

  failed(reason: string): void {
    count(this.#errors, reason);
  }

  /** A fetch that came through, with what it found. */
  found(findings: readonly Finding[], now: number): void {
    this.#lastWallTs = now;
    for (const { rule } of findings) {
      count(this.#mismatches, rule);
      this.#lastMismatch.set(rule, now / 1000);
    }
  }

  accepted({ ts, positions, open_orders }: Snapshot): void {
    this.#lastTs = ts;
    this.#positions = positions.length;
    this.#openOrders = open_orders.length;
    this.#pendingNotional = pendingNotional(open_orders);
  }

  /** As the /metrics endpoint serves it. */
  text(now: number): string {
    const secondsSince = (ms: number) => (ms === 0 ? 0 : (now - ms) / 1000);
    const last = "last_mismatch_timestamp_seconds";
    return [
      metric("last_ts", "Data timestamp in Unix ms", this.#lastTs),
      metric("last_wall_ts", "Wall clock of the last sync in Unix ms", this.#lastWallTs),
      metric("age_seconds", "Seconds since last_wall_ts", secondsSince(this.#lastWallTs)),
      metric("data_age_seconds", "Seconds since last_ts", secondsSince(this.#lastTs)),
      labelled("errors_total", "counter", "Failed syncs", "reason", this.#errors),
      labelled("mismatches_total", "counter", "Mismatches found", "rule", this.#mismatches),
      labelled(
        last,
        "gauge",
        "Unix time of the last mismatch, 0 until the first",
        "rule",
        this.#lastMismatch,
      ),
      metric("positions_count", "Positions", this.#positions),
      metric("open_orders_count", "Open orders", this.#openOrders),
      metric("pending_notional", "Price times what is left", this.#pendingNotional),
    ].join("");
  }
}

/** What has no quantity is left out, and no fill is nothing filled. */
function pendingNotional(orders: readonly Order[]): string {
  let sum = 0n;
  for (const { price, qty, filled_qty } of orders) {
    const rest = qty === null ? 0n : exact(qty) - exact(filled_qty ?? "0");
    if (rest > 0n) sum += exact(price) * rest;
  }
  return decimalText(sum, 2);
}

function zeros(names: readonly string[]): Map<string, number> {
  return new Map(names.map((name) => [name, 0]));
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function metric(name: string, help: string, value: number | string): string {
  return `${headOf(name, "gauge", help)}${PREFIX}_${name} ${value}\n`;
}

function labelled(
  name: string,
  type: string,
  help: string,
  label: string,
  values: ReadonlyMap<string, number>,
): string {
  const samples = [...values].map(([key, value]) => `${PREFIX}_${name}{${label}="${key}"} ${value}\n`);
  return headOf(name, type, help) + samples.join("");
}

function headOf(name: string, type: string, help: string): string {
  return `# HELP ${PREFIX}_${name} ${help}\n# TYPE ${PREFIX}_${name} ${type}\n`;
}
