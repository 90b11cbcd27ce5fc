import type { AccountView } from "./account-view.js";

/** How far ahead of the syncer's clock a ts may be before it is none (contract, sections 2 and 3). */
export const MOST_AHEAD_MS = 5 * 60_000;

/** The last accepted snapshot, for the next one's rows to be held against. */
export interface Past {
  readonly account: AccountView;
  /** Unix ms that the clock showed then. */
  readonly now: number | undefined;
}

/** Whether a ts, in Unix ms, is too far ahead of the clock to be believed. */
export function isAhead(ts: number, now: number | undefined): boolean {
  return now !== undefined && ts > now + MOST_AHEAD_MS;
}
