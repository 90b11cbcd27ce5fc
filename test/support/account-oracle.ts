import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import type { WireOrder, WirePosition } from "./arbitraries.js";
import { exactUnits } from "./exact-oracle.js";

/*
 * What sections 3 and 4 of the contract say that a history of syncs comes to, written from that text and not from
 * src: no state is carried from one sync to the next, each answer looks back over the whole history; keys are
 * sorted, signs are read by BigInt, money is counted in units of 10^-120.
 */

/** A snapshot in wire form. */
export interface WireAccount {
  readonly positions: readonly WirePosition[];
  readonly open_orders: readonly WireOrder[];
  readonly ts: number;
  readonly source: string;
}

/** What one sync got: an account and the ids that were known, or an error; and when, in Unix ms. */
export type Answer =
  | { readonly now: number; readonly account: WireAccount; readonly known: readonly string[] | null }
  | { readonly now: number; readonly reason: string };

type Completed = Extract<Answer, { account: WireAccount }>;

/** A finding in a few words, in the order of the contract; within a rule and kind of row, in any order. */
export interface ExpectedFinding {
  readonly rule: string;
  readonly row: "snapshot" | "position" | "order";
  /** The symbol or the order id; of the snapshot nothing. */
  readonly key: string;
}

const SCALE = 60;

/** The last accepted ts after the history. */
export function expectedLastTs(history: readonly Answer[]): number {
  const lastEmpty = history.findLastIndex((answer) => isCompleted(answer) && isEmpty(answer));
  const since = history.slice(lastEmpty + 1).filter(isCompleted);
  return Math.max(0, ...since.map(({ account }) => account.ts));
}

/** What the last sync of the history finds. */
export function expectedFindings(history: readonly Answer[]): readonly ExpectedFinding[] {
  const last = history.at(-1);
  if (last === undefined || !isCompleted(last)) return [];
  const { account, known } = last;
  const rows = [
    ...account.positions.map(
      (row) => ({ row: "position", key: row.symbol, side: row.side, qty: row.qty }) as const,
    ),
    ...account.open_orders.map(
      (row) => ({ row: "order", key: row.order_id, side: "", qty: row.qty }) as const,
    ),
  ];
  const found = (rule: string) => (row: { readonly row: ExpectedFinding["row"]; readonly key: string }) => ({
    rule,
    row: row.row,
    key: row.key,
  });
  const orphans = rows.filter(({ row, key }) => row === "order" && known?.every((id) => id !== key));
  return [
    ...(hasRegressed(history) ? [{ rule: "ts_regression", row: "snapshot", key: "" } as const] : []),
    ...surplus(rows).map(found("duplicate_key")),
    ...rows.filter(({ qty }) => isBelowZero(qty)).map(found("negative_qty")),
    ...orphans.map(found("orphan_order")),
  ];
}

/** Every series of the contract after the history, scraped at `now`. */
export function expectedSeries(history: readonly Answer[], now: number): Readonly<Record<string, number>> {
  const histories = history.map((_, index) => history.slice(0, index + 1));
  const accepted = histories.findLast((until) => isCompleted(until.at(-1)) && !hasRegressed(until))?.at(-1);
  const account = isCompleted(accepted) ? accepted.account : null;
  const lastTs = expectedLastTs(history);
  const lastWall = history.findLast(isCompleted)?.now ?? 0;
  const findings = histories.map(expectedFindings);
  const counted = MISMATCH_RULES.flatMap((rule) => {
    const counts = findings.map((each) => each.filter((finding) => finding.rule === rule).length);
    const last = history[counts.findLastIndex((count) => count > 0)];
    return [
      [`mismatches_total{rule="${rule}"}`, counts.reduce((sum, count) => sum + count, 0)],
      [`last_mismatch_timestamp_seconds{rule="${rule}"}`, (last?.now ?? 0) / 1000],
    ] as const;
  });
  const failed = FETCH_ERROR_REASONS.map(
    (reason) =>
      [
        `errors_total{reason="${reason}"}`,
        history.filter((each) => "reason" in each && each.reason === reason).length,
      ] as const,
  );
  return {
    last_ts: lastTs,
    last_wall_ts: lastWall,
    age_seconds: lastWall === 0 ? 0 : (now - lastWall) / 1000,
    data_age_seconds: lastTs === 0 ? 0 : (now - lastTs) / 1000,
    positions_count: account?.positions.length ?? 0,
    open_orders_count: account?.open_orders.length ?? 0,
    pending_notional: notional(account?.open_orders ?? []),
    ...Object.fromEntries([...counted, ...failed]),
  };
}

function isCompleted(answer: Answer | undefined): answer is Completed {
  return answer !== undefined && "account" in answer;
}

function isEmpty({ account }: Completed): boolean {
  return account.positions.length + account.open_orders.length + account.ts === 0;
}

function hasRegressed(history: readonly Answer[]): boolean {
  const last = history.at(-1);
  return isCompleted(last) && !isEmpty(last) && last.account.ts < expectedLastTs(history.slice(0, -1));
}

// Sorted, equal keys are neighbours: each that equals the one before it is surplus. Positions before orders.
function surplus<T extends { readonly row: string; readonly key: string; readonly side: string }>(
  rows: readonly T[],
): T[] {
  const keyed = rows.map((row) => ({ row, text: JSON.stringify([row.row === "order", row.side, row.key]) }));
  const sorted = keyed.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  const repeated = sorted.filter(({ text }, index) => sorted[index - 1]?.text === text).map(({ row }) => row);
  return [...repeated.filter(({ row }) => row !== "order"), ...repeated.filter(({ row }) => row === "order")];
}

function isBelowZero(text: string): boolean {
  const [mantissa = ""] = text.toLowerCase().split("e");
  return BigInt(mantissa.replace(".", "")) < 0n;
}

function notional(orders: readonly WireOrder[]): number {
  const total = orders.reduce((sum, { price, qty, filled_qty }) => {
    const rest = exactUnits(qty, SCALE) - exactUnits(filled_qty, SCALE);
    return rest > 0n ? sum + exactUnits(price, SCALE) * rest : sum;
  }, 0n);
  return Number(`${total}e-${2 * SCALE}`);
}
