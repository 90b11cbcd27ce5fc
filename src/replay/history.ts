import type { SyncRequest } from "../drill/drilled-syncer.js";
import type { JsonValue } from "../syncer/canonical-json.js";
import { isRecord } from "../syncer/field-reader.js";
import { MISMATCH_RULES, type MismatchRule } from "../syncer/mismatch-rules.js";
import type { Settle } from "../syncer/settling.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";

/** What one sync of a history has to come to. */
export interface Expectation {
  readonly mismatches: readonly MismatchRule[];
  readonly error: FetchErrorReason | null;
}

/** One sync of a history (contract, section 5). */
export interface HistoryLine {
  /** From 1. */
  readonly line: number;
  /** Unix ms of the syncer's clock. */
  readonly at: number;
  /** Whether the syncer is started anew before it, and given its last ts, nothing else. */
  readonly restart: boolean;
  /** What the system believes, in wire form; null where nothing is told. */
  readonly known: { readonly [part: string]: JsonValue } | null;
  /** In wire form; null where the fetch fails. */
  readonly snapshot: JsonValue;
  readonly fetchError: FetchErrorReason | null;
  /** Null where it is fed and not judged. */
  readonly expect: Expectation | null;
  /** The line as it was given. */
  readonly text: string;
}

/** Syncs in the order of their times. */
export interface History {
  /** The grace that its expectations hold for. */
  readonly settle: Settle;
  readonly lines: readonly HistoryLine[];
}

/** A history, and the name that its evidence goes by. */
export interface NamedHistory {
  readonly name: string;
  readonly history: History;
}

/** The sync that a line of a history asks for. */
export function requestOf({ at, known, snapshot, fetchError }: HistoryLine): SyncRequest {
  const ids = known?.order_ids;
  const knownOrderIds = Array.isArray(ids) ? ids.map(String) : null;
  return { now: at, snapshot, fetchError, knownOrderIds, expected: known };
}

/** Rules in the order of the contract, those that are not its own last: findings are compared in any order. */
export function inOrder(rules: readonly string[]): readonly string[] {
  const known = MISMATCH_RULES.flatMap((rule) => rules.filter((one) => one === rule));
  return [...known, ...rules.filter((rule) => MISMATCH_RULES.every((one) => one !== rule)).sort()];
}

/** What a sync came to, or has to, in one phrase: `duplicate_key, orphan_order`, `nothing` or `error timeout`. */
export function inWords(rules: readonly string[], error: string | null): string {
  const said = [...(error === null ? [] : [`error ${error}`]), ...inOrder(rules)];
  return said.length === 0 ? "nothing" : said.join(", ");
}

/** How many rows a snapshot in wire form has, as `2 positions, 1 open order`. */
export function rowsIn(snapshot: JsonValue): string {
  const counted = (field: string, noun: string) => {
    const rows: unknown = isRecord(snapshot) ? snapshot[field] : [];
    const count = Array.isArray(rows) ? rows.length : 0;
    return `${count} ${noun}${count === 1 ? "" : "s"}`;
  };
  return `${counted("positions", "position")}, ${counted("open_orders", "open order")}`;
}
