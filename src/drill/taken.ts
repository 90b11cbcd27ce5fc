import { TELLABLE } from "../syncer/known.js";

/** What a syncer may take (stdio protocol, version 2): what it compares, and the last ts with which it can be started anew. */
export const TAKEN = [...TELLABLE, "last_ts"] as const;
/** One of {@link TAKEN}. */
export type Taken = (typeof TAKEN)[number];

/** What one takes that says nothing of it. */
export const TAKEN_BY_ALL: readonly Taken[] = ["order_ids"];
