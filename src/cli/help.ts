import { checkCount } from "../drills/suites.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { drillHelp } from "./help-drill.js";
import { programHelp } from "./help-program.js";
import { block, JSON_OPTION, option, page, prose, usage } from "./help-text.js";

type HelpName =
  | "program"
  | "drill"
  | "self-test"
  | "init"
  | "verify"
  | "attest-predicate"
  | "sync"
  | "serve"
  | "rules";

/** The help of the program and of each command: one text each, what it does first. */
export const HELP: Readonly<Record<HelpName, string>> = {
  get program() {
    return programHelp();
  },
  get drill() {
    return drillHelp();
  },
  get "self-test"() {
    return page(
      usage("self-test", []),
      prose(
        "Runs the full suite against a zoo of broken syncers, each wrong in one way, and prints which drill and " +
          `check caught each, and whether the ${checkCount("runbook")} checks of the runbook alone notice it. ` +
          "Exits 0 only if every one is caught by the drill that was named for it beforehand.",
      ),
    );
  },
  init: page(
    usage("init", ["python|typescript|go", "DIR"]),
    prose(
      "Writes an adapter into a new directory, with a small syncer that stands in for yours, and prints the command " +
        'that drills it. What to change is marked "yours".',
    ),
  ),
  verify: page(
    usage("verify", ["DIR|ZIP", "[--json]"]),
    prose(
      "Holds evidence against its sha256sums.txt and reports every damage: a file that was changed, removed, added or " +
        "replaced, a checksum file that was touched, a fingerprint that is another than the files give. DIR is an " +
        "evidence directory, ZIP the artifact as GitHub serves it.",
    ),
    JSON_OPTION,
  ),
  "attest-predicate": page(
    usage("attest-predicate", ["DIR", "[--url URL]"]),
    prose(
      "Verifies an evidence directory and prints an in-toto test-result predicate (v0.1) of it, for actions/attest " +
        "to sign. Damaged evidence gets none.",
    ),
    option("--url URL", "the page of the run, for the predicate to name"),
  ),
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
        option("--port PORT", "on which port (default 9090; 0 takes a free one and says which)"),
        option("--inject RULE", `${oneOf(MISMATCH_RULES)}, in one sync`),
        option("--after SECONDS", "when to inject it (default 0: at the second sync)"),
      ),
      prose("With GRINDER_ACCOUNT_SYNC_EVIDENCE=1 a sync that finds something leaves evidence."),
    );
  },
  rules: page(
    usage("rules", ["[--format prometheus|kubernetes|grafana]", "[--set NAME=VALUE]..."]),
    prose("Prints the rule pack. Without options it is rules/account-sync.rules.yml to the byte."),
    block(
      option(
        "--format FORMAT",
        "prometheus (default) for a rule file, kubernetes for a PrometheusRule, grafana for the dashboard",
      ),
      option(
        "--set NAME=VALUE",
        "changes a setting, such as --set stale-after=60 or --set label.team=desk; docs/rules.md explains them all, " +
          "and a wrong name lists them",
      ),
    ),
  ),
};

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
