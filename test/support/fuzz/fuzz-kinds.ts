import { CCXT, KNOWN_ORDERS, SNAPSHOT_BYTES, SNAPSHOTS } from "./account-file-cases.js";
import { EVENT_FILES, INPUTS } from "./action-cases.js";
import { COMMAND_LINES, SERVE_OPTIONS, SPOILED_COMMAND_LINES } from "./command-line-cases.js";
import { CHECKSUM_FILES, ZIPS } from "./evidence-cases.js";
import { EXPECTED } from "./expected-cases.js";
import type { FuzzKind } from "./fuzz-kind.js";
import { PROTOCOL_LINES } from "./protocol-cases.js";
import { REPLIES } from "./reply-cases.js";
import { SETTINGS_OF_RULES } from "./setting-cases.js";

/** Every kind of malformed input. */
export const FUZZ_KINDS: readonly FuzzKind[] = [
  SNAPSHOTS,
  SNAPSHOT_BYTES,
  CCXT,
  KNOWN_ORDERS,
  EXPECTED,
  COMMAND_LINES,
  SPOILED_COMMAND_LINES,
  SETTINGS_OF_RULES,
  SERVE_OPTIONS,
  CHECKSUM_FILES,
  ZIPS,
  INPUTS,
  EVENT_FILES,
  PROTOCOL_LINES,
  REPLIES,
];

/** How many cases of a kind, of so many in all; one at least. */
export function casesOf({ share }: FuzzKind, all: number): number {
  const shares = FUZZ_KINDS.reduce((sum, kind) => sum + kind.share, 0);
  return Math.max(1, Math.round((all * share) / shares));
}
