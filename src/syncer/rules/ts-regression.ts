import { type AccountView, legOf } from "../account-view.js";
import { compareDecimals } from "../decimal.js";
import { isAhead, type Past } from "../past.js";
import { orderName, positionName } from "../row-text.js";
import type { OpenOrderSnap } from "../snapshot.js";
import { isImpossibleFill } from "./impossible-fill.js";
import type { Finding, RuleInput, RuleRow, Sight, WireAccount, WireRow } from "./rule-row.js";

const HOUR_MS = 3_600_000;

/** The snapshot, or a row of it, is older than what was accepted last. */
export const TS_REGRESSION = {
  name: "ts_regression",
  comparesTwoSides: false,
  needs: null,
  askedBy: "runbook",
  find: findRegressions,
  fault: (account, pick) => {
    const backInTime = pick % 2 === 1 ? withRowBack(account, Math.floor(pick / 2)) : null;
    return backInTime ?? { ...account, ts: account.ts - HOUR_MS };
  },
  provenBy: "d",
  words: {
    fires:
      "the snapshot is older than the last accepted one (equal is fine), or a row of it is: an older `ts`, or less filled, than in the last accepted snapshot; once for each row",
    risk: "decisions on an account of the past: a stale cache, or a clock that went back",
    triage: "the whole snapshot, or one row? Seconds back point to a cache, hours to a clock",
    resolution:
      "mostly passes by itself. If it stays: the exchange's cache and status page, NTP on the machine that stamps the snapshot, and whether `ts` is the time of the answer, not that of a row",
  },
} as const satisfies RuleRow;

/** True where the snapshot is older than the last accepted one; equal is fine. */
export function isRegression({ snapshot, lastTs }: Pick<RuleInput, "snapshot" | "lastTs">): boolean {
  return snapshot.ts < lastTs && !isEmptyAccount(snapshot);
}

/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
export function isEmptyAccount({ ts, positions, openOrders }: RuleInput["snapshot"]): boolean {
  return ts === 0 && positions.length === 0 && openOrders.length === 0;
}

function findRegressions(input: RuleInput, { account }: Sight): Finding[] {
  const { snapshot, lastTs, past, now } = input;
  if (isRegression(input)) {
    return [{ detail: `snapshot ts ${snapshot.ts} is before the last accepted ts ${lastTs}` }];
  }
  if (past === null || past === undefined) return [];
  return [...positionsBack(account, past, now), ...ordersBack(account, past, now)];
}

// Rows mostly keep their order: each is looked for as far from its place before as the one ahead of it was.
function positionsBack(account: AccountView, past: Past, now: number | undefined): Finding[] {
  const found: Finding[] = [];
  const { positions: before } = past.account;
  let [place, shift] = [-1, 0];
  for (const row of account.positions.rows) {
    place++;
    let then = before.rows[place + shift];
    if (then?.symbol !== row.symbol || legOf(then) !== legOf(row) || before.surplus.length > 0) {
      const placeThen = before.placeOfOnly(row.symbol, legOf(row));
      then = before.rows[placeThen];
      if (then === undefined) continue;
      shift = placeThen - place;
    }
    if (!isTimeBack(then, row, past, now) || account.positions.placeOfOnly(row.symbol, legOf(row)) < 0)
      continue;
    found.push({ detail: `${positionName(row)} went back: ts ${row.ts} after ${then.ts}` });
  }
  return found;
}

function ordersBack(account: AccountView, past: Past, now: number | undefined): Finding[] {
  const found: Finding[] = [];
  const { orders: before } = past.account;
  let [place, shift] = [-1, 0];
  for (const row of account.orders.rows) {
    place++;
    let then = before.rows[place + shift];
    if (then?.orderId !== row.orderId || then.symbol !== row.symbol || before.surplus.length > 0) {
      const placeThen = before.placeOfOnly(row.orderId, row.symbol);
      then = before.rows[placeThen];
      if (then === undefined) continue;
      shift = placeThen - place;
    }
    const isOlder = isTimeBack(then, row, past, now);
    if (!isOlder && !isFillBack(then, row)) continue;
    if (account.orders.placeOfOnly(row.orderId, row.symbol) >= 0) found.push(orderBack(then, row, isOlder));
  }
  return found;
}

function orderBack(then: OpenOrderSnap, row: OpenOrderSnap, isOlder: boolean): Finding {
  const time = isOlder ? [`ts ${row.ts} after ${then.ts}`] : [];
  const fill = isFillBack(then, row) ? [`filled ${row.filledQty?.text} after ${then.filledQty?.text}`] : [];
  return { detail: `${orderName(row)} went back: ${[...time, ...fill].join(", ")}` };
}

type Dated = Pick<OpenOrderSnap, "ts">;

function isTimeBack(then: Dated, row: Dated, past: Past, now: number | undefined): boolean {
  if (typeof row.ts !== "number" || typeof then.ts !== "number" || row.ts >= then.ts) return false;
  return !isAhead(row.ts, now) && !isAhead(then.ts, past.now);
}

function isFillBack({ qty, filledQty: then }: OpenOrderSnap, row: OpenOrderSnap): boolean {
  if (then === null || row.filledQty === null || compareDecimals(row.filledQty, then) >= 0) return false;
  return !isImpossibleFill(then, qty) && !isImpossibleFill(row.filledQty, row.qty);
}

function withRowBack(account: WireAccount, pick: number): WireAccount | null {
  const isDated = ({ ts }: WireRow) => typeof ts === "number" && ts > 0 && ts <= account.ts;
  const dated = [...account.positions, ...account.open_orders].filter(isDated);
  const chosen = dated[pick % Math.max(dated.length, 1)];
  if (chosen === undefined) return null;
  const back = (row: WireRow) => (row === chosen ? { ...row, ts: Number(row.ts) - 1 } : row);
  return {
    ...account,
    positions: account.positions.map(back),
    open_orders: account.open_orders.map(back),
  };
}
