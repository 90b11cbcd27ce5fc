import type { DrilledSyncer, SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";
import { isRecord } from "../../src/syncer/field-reader.js";

/** How a {@link GracefulSyncer} is wrong, where it is. */
export type Habit = "sound" | "early" | "early, uncounted" | "never" | "ever more" | "silent meanwhile";

/**
 * Knows two things: an order that nobody knows, which it calls an orphan from the third sight in a row on, and a
 * position of less than nothing, at once.
 */
export class GracefulSyncer implements DrilledSyncer {
  readonly identity = { name: "graceful", version: "0", language: "TypeScript" };
  readonly settle = { syncs: 3, ms: 4000 };
  readonly #habit: Habit;
  #counts = { orphan_order: 0, negative_qty: 0 };
  #last = { now: 0, ts: 0 };
  #since = { now: 0, syncs: 0 };

  constructor(habit: Habit = "sound") {
    this.#habit = habit;
  }

  async reset(): Promise<void> {
    this.#counts = { orphan_order: 0, negative_qty: 0 };
    this.#last = { now: 0, ts: 0 };
    this.#since = { now: 0, syncs: 0 };
  }

  async sync({ now, snapshot, knownOrderIds }: SyncRequest): Promise<SyncReply> {
    const { ts, positions, orders } = partsOf(snapshot);
    const isOrphaned = knownOrderIds !== null && orders.some((id) => !knownOrderIds.includes(id));
    this.#since = isOrphaned
      ? { now: this.#since.syncs === 0 ? now : this.#since.now, syncs: this.#since.syncs + 1 }
      : { now: 0, syncs: 0 };
    this.#last = { now, ts };
    const rules = [...this.#negative(positions), ...this.#orphan(isOrphaned, now)];
    for (const rule of rules) {
      if (this.#habit !== "early, uncounted" || this.#isSettled(now)) this.#counts[rule] += 1;
    }
    const mismatches = rules.map((rule) => ({ rule, detail: rule }));
    return { ok: rules.length === 0, mismatches, error: null, lastTs: ts };
  }

  async metrics(now: number): Promise<string> {
    const { orphan_order, negative_qty } = this.#counts;
    return [
      `p_mismatches_total{rule="orphan_order"} ${orphan_order}`,
      `p_mismatches_total{rule="negative_qty"} ${negative_qty}`,
      `p_last_ts ${this.#last.ts}`,
      `p_last_wall_ts ${this.#last.now}`,
      `p_age_seconds ${(now - this.#last.now) / 1000}`,
      "",
    ].join("\n");
  }

  #isSettled(now: number): boolean {
    return this.#since.syncs >= 3 && now - this.#since.now >= 4000;
  }

  #negative(positions: readonly string[]): "negative_qty"[] {
    const isMeanwhile = this.#habit === "silent meanwhile" && this.#since.syncs > 0 && this.#since.syncs < 3;
    return isMeanwhile ? [] : positions.flatMap((qty) => (qty.startsWith("-") ? ["negative_qty"] : []));
  }

  #orphan(isOrphaned: boolean, now: number): "orphan_order"[] {
    if (!isOrphaned || this.#habit === "never") return [];
    const isSaid = this.#isSettled(now) || this.#habit.startsWith("early") || this.#habit === "ever more";
    const times = this.#habit === "ever more" ? 4 - this.#since.syncs : 1;
    return isSaid ? Array.from({ length: times }, () => "orphan_order" as const) : [];
  }
}

function partsOf(snapshot: unknown) {
  const { ts, positions, open_orders } = isRecord(snapshot) ? snapshot : {};
  const texts = (rows: unknown, name: string) =>
    Array.isArray(rows) ? rows.map((row: unknown) => String(isRecord(row) ? row[name] : "")) : [];
  return { ts: Number(ts), positions: texts(positions, "qty"), orders: texts(open_orders, "order_id") };
}
