import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import type { WireOrder, WirePosition } from "./arbitraries.js";
import { differencesOf, type ExpectedFinding, type WireKnown } from "./difference-oracle.js";
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

/** What one sync got: an account and what was known, or an error; and when, in Unix ms. */
export type Answer =
  | { readonly now: number; readonly account: WireAccount; readonly known: WireKnown | null }
  | { readonly now: number; readonly reason: string };

/** How long a difference must last. */
export interface Wait {
  readonly syncs: number;
  readonly ms: number;
}

type Completed = Extract<Answer, { account: WireAccount }>;

export const AT_ONCE: Wait = { syncs: 1, ms: 0 };
const SCALE = 60;
const AHEAD = 300_000;

/** The last accepted ts after the history. */
export function expectedLastTs(history: readonly Answer[]): number {
  const lastEmpty = history.findLastIndex((answer) => isCompleted(answer) && isEmpty(answer));
  const since = history.slice(lastEmpty + 1).filter(isCompleted);
  return Math.max(0, ...since.map(({ account }) => account.ts));
}

/** Why the last sync of the history failed; null where it did not. */
export function expectedError(history: readonly Answer[]): string | null {
  const last = history.at(-1);
  if (last === undefined || isCompleted(last)) return null;
  return "reason" in last ? last.reason : "parse";
}

/** What the last sync of the history finds. */
export function expectedFindings(history: readonly Answer[], wait = AT_ONCE): readonly ExpectedFinding[] {
  const last = history.at(-1);
  if (!isCompleted(last)) return [];
  return [...judgedAlone(history), ...differencesOf(last).filter((one) => isSettled(history, one, wait))];
}

/** What the last sync of the history sees that has not lasted long enough. */
export function expectedPending(history: readonly Answer[], wait: Wait): readonly ExpectedFinding[] {
  const last = history.at(-1);
  return isCompleted(last) ? differencesOf(last).filter((one) => !isSettled(history, one, wait)) : [];
}

/** Every series of the contract after the history, scraped at `now`. */
export function expectedSeries(
  history: readonly Answer[],
  wait: Wait,
  now: number,
): Readonly<Record<string, number>> {
  const histories = history.map((_, index) => history.slice(0, index + 1));
  const account = lastAccepted(history)?.account;
  const lastTs = expectedLastTs(history);
  const lastWall = history.findLast(isCompleted)?.now ?? 0;
  const findings = histories.map((until) => expectedFindings(until, wait));
  const counted = MISMATCH_RULES.flatMap((rule) => {
    const counts = findings.map((each) => each.filter((finding) => finding.rule === rule).length);
    const last = history[counts.findLastIndex((count) => count > 0)];
    return [
      [`mismatches_total{rule="${rule}"}`, counts.reduce((sum, count) => sum + count, 0)],
      [`last_mismatch_timestamp_seconds{rule="${rule}"}`, (last?.now ?? 0) / 1000],
    ] as const;
  });
  const errors = histories.map(expectedError);
  const failed = FETCH_ERROR_REASONS.map(
    (reason) =>
      [`errors_total{reason="${reason}"}`, errors.filter((each) => each === reason).length] as const,
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

/** What needs no second side: the snapshot against the last accepted one, and by itself. */
function judgedAlone(history: readonly Answer[]): ExpectedFinding[] {
  const last = history.at(-1);
  if (!isCompleted(last)) return [];
  const rows = namedRows(last.account);
  const found = (rule: string) => (row: NamedRow) => ({ rule, row: row.row, key: row.key, sameAs: "" });
  return [
    ...(hasRegressed(history)
      ? [{ rule: "ts_regression", row: "snapshot", key: "", sameAs: "" } as const]
      : rowsBack(history).map(found("ts_regression"))),
    ...surplus(rows).map(found("duplicate_key")),
    ...rows.filter(({ qty }) => qty !== null && isBelowZero(qty)).map(found("negative_qty")),
    ...rows.filter(isImpossible).map(found("impossible_fill")),
  ];
}

interface NamedRow {
  readonly row: "position" | "order";
  /** As a finding names it; the same for rows of one identity. */
  readonly key: string;
  readonly qty: string | null;
  readonly filled: string | null;
  readonly ts: number | null;
}

function namedRows({ positions, open_orders }: WireAccount): NamedRow[] {
  return [
    ...positions.map(({ symbol, side, margin_mode, qty, ts }) => ({
      row: "position" as const,
      key: `${symbol} ${side} ${margin_mode ?? ""}`,
      qty,
      filled: null,
      ts,
    })),
    ...open_orders.map(({ order_id, symbol, qty, filled_qty, ts }) => ({
      row: "order" as const,
      key: `${order_id} ${symbol}`,
      qty,
      filled: filled_qty,
      ts,
    })),
  ];
}

function rowsBack(history: readonly Answer[]): NamedRow[] {
  const last = history.at(-1);
  const before = lastAccepted(history.slice(0, -1));
  if (!isCompleted(last) || before === undefined) return [];
  const isOnly = (rows: readonly NamedRow[], one: NamedRow) =>
    rows.filter(({ row, key }) => row === one.row && key === one.key).length === 1;
  const believed = (ts: number | null, at: Completed) => (ts !== null && ts <= at.now + AHEAD ? ts : null);
  const [rows, rowsBefore] = [namedRows(last.account), namedRows(before.account)];
  return rows.filter((row) => {
    const then = rowsBefore.find((one) => one.row === row.row && one.key === row.key);
    if (then === undefined || !isOnly(rows, row) || !isOnly(rowsBefore, then)) return false;
    const [ts, tsThen] = [believed(row.ts, last), believed(then.ts, before)];
    if (ts !== null && tsThen !== null && ts < tsThen) return true;
    if (row.filled === null || then.filled === null || isImpossible(row) || isImpossible(then)) return false;
    return exactUnits(row.filled, SCALE) < exactUnits(then.filled, SCALE);
  });
}

function isImpossible({ filled, qty }: NamedRow): boolean {
  if (filled === null) return false;
  if (isBelowZero(filled)) return true;
  return qty !== null && !isBelowZero(qty) && exactUnits(filled, SCALE) > exactUnits(qty, SCALE);
}

/** Whether what the last sync sees of a difference is a finding. */
function isSettled(history: readonly Answer[], { sameAs }: ExpectedFinding, wait: Wait): boolean {
  if (wait.syncs === 1 && wait.ms === 0) return true;
  const isSight = (_: Answer, index: number) => {
    const until = history.slice(0, index + 1);
    return isCompleted(until.at(-1)) && !hasRegressed(until);
  };
  const sights = history.filter(isSight).filter(isCompleted);
  const gap = sights.findLastIndex((sight) => !differencesOf(sight).some((one) => one.sameAs === sameAs));
  const unbroken = sights.slice(gap + 1);
  const [first] = unbroken;
  return unbroken.some(
    ({ now }, index) => first !== undefined && index + 1 >= wait.syncs && now - first.now >= wait.ms,
  );
}

function isCompleted(answer: Answer | undefined): answer is Completed {
  return answer !== undefined && "account" in answer && answer.account.ts <= answer.now + AHEAD;
}

function isEmpty({ account }: Completed): boolean {
  return account.positions.length + account.open_orders.length + account.ts === 0;
}

function hasRegressed(history: readonly Answer[]): boolean {
  const last = history.at(-1);
  return isCompleted(last) && !isEmpty(last) && last.account.ts < expectedLastTs(history.slice(0, -1));
}

function lastAccepted(history: readonly Answer[]): Completed | undefined {
  const index = history.findLastIndex((_, at) => {
    const until = history.slice(0, at + 1);
    return isCompleted(until.at(-1)) && !hasRegressed(until);
  });
  const answer = history[index];
  return isCompleted(answer) ? answer : undefined;
}

// Sorted, equal keys are neighbours: each that equals the one before it is surplus. Positions before orders.
function surplus(rows: readonly NamedRow[]): NamedRow[] {
  const keyed = rows.map((row) => ({ row, text: JSON.stringify([row.row === "order", row.key]) }));
  const sorted = keyed.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  return sorted.filter(({ text }, index) => sorted[index - 1]?.text === text).map(({ row }) => row);
}

function isBelowZero(text: string): boolean {
  const [mantissa = ""] = text.toLowerCase().split("e");
  return BigInt(mantissa.replace(".", "")) < 0n;
}

function notional(orders: readonly WireOrder[]): number {
  const total = orders.reduce((sum, { price, qty, filled_qty }) => {
    if (qty === null) return sum;
    const rest = exactUnits(qty, SCALE) - exactUnits(filled_qty ?? "0", SCALE);
    return rest > 0n ? sum + exactUnits(price, SCALE) * rest : sum;
  }, 0n);
  return Number(`${total}e-${2 * SCALE}`);
}
