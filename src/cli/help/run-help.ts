import { MISMATCH_RULES } from "../../syncer/mismatch-rules.js";
import { block, JSON_OPTION, option, page, prose, usage } from "./help-text.js";

/** The helps of what runs the bundled syncer: a text for each command. */
export const runHelp = () => ({
  sync: page(
    usage("sync", [
      "--snapshot FILE",
      "[--format canonical|ccxt]",
      "[--known-orders FILE]",
      "[--expected FILE]",
      "[--last-ts MS]",
      "[--artifact-dir DIR]",
      "[--json]",
    ]),
    prose("Runs the bundled AccountSyncer once on a snapshot and prints what it found."),
    block(
      option("--snapshot FILE", "the snapshot as JSON; - reads standard input"),
      option("--format FORMAT", 'canonical (default), or ccxt: {"timestamp"?, "positions", "open_orders"}'),
      option(
        "--known-orders FILE",
        "a JSON array of order ids that the system tracks; without it, no orphans",
      ),
      option(
        "--expected FILE",
        'what you believe: {"order_ids"?, "orders"?, "positions"?}, compared both ways',
      ),
      option("--last-ts MS", "Unix ms of the last accepted snapshot (default 0)"),
      option(
        "--artifact-dir DIR",
        "where evidence goes when GRINDER_ACCOUNT_SYNC_EVIDENCE is 1, true, yes or on",
      ),
      JSON_OPTION,
    ),
  ),
  get serve() {
    return page(
      usage("serve", ["[--host HOST]", "[--port PORT]", "[--inject RULE]", "[--after SECONDS]"]),
      prose("Syncs a made-up account every second and serves GET /metrics and GET /healthz, for rehearsals."),
      block(
        option("--host HOST", "where to listen (default 127.0.0.1)"),
        option("--port PORT", "on which port (default 9464; 0 takes a free one and says which)"),
        option("--inject RULE", `${oneOf(MISMATCH_RULES)}, in one sync`),
        option("--after SECONDS", "when to inject it (default 0: at the second sync)"),
      ),
      prose("With GRINDER_ACCOUNT_SYNC_EVIDENCE=1 a sync that finds something leaves evidence."),
    );
  },
});

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
