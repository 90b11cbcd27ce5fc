import fc from "fast-check";
import { expect, it } from "vitest";
import { FETCH_ERROR_REASONS, type FetchErrorReason } from "../../src/syncer/contracts.js";
import { EMPTY_ACCOUNT, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";
import { SyncerRig } from "../support/syncer-rig.js";

/** What the exchange answers: an account of so many rows at ts, all healthy, or an error. */
type Answer = { readonly ts: number; readonly rows: number } | { readonly reason: FetchErrorReason };

const answers = fc.oneof(
  { weight: 4, arbitrary: fc.record({ ts: fc.integer({ min: 1, max: 6 }), rows: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ ts: 0, rows: 0 }) },
  { weight: 1, arbitrary: fc.record({ reason: fc.constantFrom(...FETCH_ERROR_REASONS) }) },
);

it("after any history: last ts, gauges and counters are what the answers add up to", async () => {
  const addsUp = fc.asyncProperty(fc.array(answers, { maxLength: 12 }), async (history) => {
    const rig = new SyncerRig();
    for (const [index, answer] of history.entries()) {
      rig.now = 1000 * (index + 1);
      await rig.sync(() => fetched(answer));
    }
    const expected = addUp(history);
    expect(rig.syncer.lastTs).toBe(expected.last_ts);
    const series = await rig.scrape();
    for (const [name, value] of Object.entries(expected)) {
      expect([name, series.get(`grinder_account_sync_${name}`)]).toEqual([name, value]);
    }
  });
  await fc.assert(addsUp, { numRuns: 200 });
});

function fetched(answer: Answer) {
  if ("reason" in answer) throw Object.assign(new Error("injected"), { reason: answer.reason });
  const { ts, rows } = answer;
  if (ts === 0) return EMPTY_ACCOUNT;
  const names = Array.from({ length: rows }, (_, row) => String(row));
  const positions = names.map((symbol) => wirePosition({ symbol }));
  const open_orders = names.map((order_id) => wireOrder({ order_id, price: String(ts), qty: "1" }));
  return snapshotOf({ positions, open_orders, ts });
}

/** Walks back to the last accepted answer, and counts the rest, without a syncer's state. */
function addUp(history: readonly Answer[]): Record<string, number> {
  const completed = history.map((answer) => ("reason" in answer ? null : answer));
  const greatestBefore = (index: number) => {
    const sinceEmpty = completed.slice(
      completed.slice(0, index).findLastIndex((one) => one?.ts === 0) + 1,
      index,
    );
    return Math.max(0, ...sinceEmpty.map((one) => one?.ts ?? 0));
  };
  const isAccepted = (index: number) => {
    const ts = completed[index]?.ts;
    return ts !== undefined && (ts === 0 || ts >= greatestBefore(index));
  };
  const last = completed[completed.findLastIndex((_, index) => isAccepted(index))] ?? { ts: 0, rows: 0 };
  const regressed = completed.filter((answer, index) => answer !== null && !isAccepted(index)).length;
  const lastRegression = completed.findLastIndex((answer, index) => answer !== null && !isAccepted(index));
  const errors = FETCH_ERROR_REASONS.map((reason): [string, number] => [
    `errors_total{reason="${reason}"}`,
    history.filter((answer) => "reason" in answer && answer.reason === reason).length,
  ]);
  return {
    last_ts: last.ts,
    last_wall_ts: 1000 * (completed.findLastIndex((answer) => answer !== null) + 1),
    positions_count: last.rows,
    open_orders_count: last.rows,
    pending_notional: last.ts * last.rows,
    'mismatches_total{rule="ts_regression"}': regressed,
    'mismatches_total{rule="duplicate_key"}': 0,
    'mismatches_total{rule="negative_qty"}': 0,
    'mismatches_total{rule="orphan_order"}': 0,
    'last_mismatch_timestamp_seconds{rule="ts_regression"}': lastRegression + 1,
    ...Object.fromEntries(errors),
  };
}
