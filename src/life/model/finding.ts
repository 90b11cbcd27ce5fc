import type { FetchErrorReason } from "../../syncer/sync-result.js";

/** The rules in the order in which their findings are reported (contract, section 3). */
export const RULE_ORDER = [
  "ts_regression",
  "duplicate_key",
  "negative_qty",
  "impossible_fill",
  "orphan_order",
  "missing_order",
  "order_mismatch",
  "position_mismatch",
] as const;

/** One of {@link RULE_ORDER}. */
export type Rule = (typeof RULE_ORDER)[number];

/** A finding that a sync must have, with the row that it is about. */
export interface Finding {
  readonly rule: Rule;
  /** The row in words: `order 17 on XYUSDT`. */
  readonly row: string;
}

/** Where exchange and bot differ. As long as `rule`, `row` and `amount` are the same, it is the same difference. */
export interface Difference {
  readonly rule: Rule;
  readonly row: string;
  readonly amount: string;
}

/** What one sync must come to. */
export interface Expected {
  /** In the order of the rules. */
  readonly findings: readonly Finding[];
  readonly error: FetchErrorReason | null;
  /** Unix ms of the last accepted snapshot afterwards. */
  readonly lastTs: number;
}
