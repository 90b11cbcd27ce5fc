import type { MismatchRule } from "../../syncer/mismatch-rules.js";
import type { FetchErrorReason } from "../../syncer/sync-result.js";

/** A finding that a sync must have, with the row that it is about. */
export interface Finding {
  readonly rule: MismatchRule;
  /** The row in words: `order 17 on XYUSDT`. */
  readonly row: string;
}

/** Where exchange and bot differ. As long as `rule`, `row` and `amount` are the same, it is the same difference. */
export interface Difference {
  readonly rule: MismatchRule;
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
