import type { AccountSnapshot, Mismatch, MismatchRule } from "./contracts.js";
import { isNegative } from "./decimal.js";
import { quoted } from "./printable.js";

/** What a rule looks at. `knownOrderIds` is null where none were given; an empty set knows no order. */
export interface RuleInput {
  readonly snapshot: AccountSnapshot;
  /** Unix ms of the last accepted snapshot. */
  readonly lastTs: number;
  readonly knownOrderIds: ReadonlySet<string> | null;
}

/** A rule gives one line for each finding, and nothing for a healthy account. */
type FindMismatches = (input: RuleInput) => string[];

const RULES: readonly (readonly [MismatchRule, FindMismatches])[] = [
  ["ts_regression", findRegression],
  ["duplicate_key", findDuplicatePositions],
  ["duplicate_key", findDuplicateOrders],
  ["negative_qty", findNegativePositions],
  ["negative_qty", findNegativeOrders],
  ["orphan_order", findOrphans],
];

/** All findings of all rules, in the order of the contract (section 3). Reads only. */
export function findMismatches(input: RuleInput): Mismatch[] {
  return RULES.flatMap(([rule, find]) => find(input).map((detail) => ({ rule, detail })));
}

/** An account without positions and orders, at ts 0: a normal transition, never a regression. */
export function isEmptyAccount(snapshot: AccountSnapshot): boolean {
  return snapshot.ts === 0 && snapshot.positions.length === 0 && snapshot.openOrders.length === 0;
}

/** True where the snapshot is older than the last accepted one; equal is fine. */
export function isRegression({ snapshot, lastTs }: RuleInput): boolean {
  return snapshot.ts < lastTs && !isEmptyAccount(snapshot);
}

function findRegression(input: RuleInput): string[] {
  if (!isRegression(input)) return [];
  return [`snapshot ts ${input.snapshot.ts} is before the last accepted ts ${input.lastTs}`];
}

function findDuplicatePositions({ snapshot }: RuleInput): string[] {
  const found: string[] = [];
  const seenOfSide = new Map<string, Set<string>>();
  for (const { symbol, side } of snapshot.positions) {
    const seen = seenOfSide.get(side) ?? new Set();
    seenOfSide.set(side, seen);
    const before = seen.size;
    seen.add(symbol);
    if (seen.size === before) found.push(`position ${quoted(symbol)} ${side} appears again`);
  }
  return found;
}

function findDuplicateOrders({ snapshot }: RuleInput): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  for (const { orderId } of snapshot.openOrders) {
    const before = seen.size;
    seen.add(orderId);
    if (seen.size === before) found.push(`order ${quoted(orderId)} appears again`);
  }
  return found;
}

function findNegativePositions({ snapshot }: RuleInput): string[] {
  return snapshot.positions
    .filter((position) => isNegative(position.qty))
    .map(({ symbol, side, qty }) => `position ${quoted(symbol)} ${side} has qty ${qty.text}`);
}

function findNegativeOrders({ snapshot }: RuleInput): string[] {
  const found: string[] = [];
  for (const { orderId, qty } of snapshot.openOrders) {
    if (isNegative(qty)) found.push(`order ${quoted(orderId)} has qty ${qty.text}`);
  }
  return found;
}

function findOrphans({ snapshot, knownOrderIds }: RuleInput): string[] {
  const found: string[] = [];
  if (knownOrderIds === null) return found;
  for (const { orderId, symbol } of snapshot.openOrders) {
    if (!knownOrderIds.has(orderId)) {
      found.push(`order ${quoted(orderId)} on ${quoted(symbol)} is not known`);
    }
  }
  return found;
}
