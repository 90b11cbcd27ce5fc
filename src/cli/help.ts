import { checkCount, furtherLetters } from "../drills/suites.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { command, option, prose, usage } from "./help-text.js";

const JSON_OPTION = option("--json", "one JSON document on stdout, the text on stderr");

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
    return page(
      "account-sync-drill: a fire drill for the alarm of a diverged exchange account",
      block(
        "Prove that your syncer notices:",
        command("[drill]", "inject known faults, check every stage, leave evidence"),
        command("self-test", "show that the drill can fail: broken syncers, each caught"),
        command("init", "write an adapter to start from"),
      ),
      block(
        "Evidence:",
        command("verify", "check that evidence, or an artifact's zip, is whole and unchanged"),
        command("attest-predicate", "print what to sign of it, as an in-toto test result"),
      ),
      block(
        "Run the bundled syncer:",
        command("sync", "once, on a snapshot"),
        command("serve", "in a loop on a made-up account, and serve its metrics"),
      ),
      block("The alarm:", command("rules", "print the Prometheus rule pack, with settings of your own")),
      block("account-sync-drill COMMAND --help", "account-sync-drill --version"),
      prose(
        "Exit codes: 0 passed, nothing found; 1 the drill failed, damage or mismatches were found; " +
          "2 usage error or bad input; 3 could not be completed.",
      ),
    );
  },
  get drill() {
    const further = furtherLetters("full");
    return page(
      usage("[drill]", [
        "[--artifact-dir DIR]",
        "[--only a,b]",
        "[--suite runbook|full]",
        "[--syncer COMMAND]",
        "[--syncer-timeouts hello=10,...]",
        "[--metric-prefix PREFIX]",
        "[--names FILE]",
        "[--settle syncs=N,ms=N]",
        "[--expected-failures FILE]",
        "[--alerts[=required]]",
        "[--json]",
        "[--no-status]",
      ]),
      prose(
        `Runs the fire drill: five drills and a guard, ${checkCount("runbook")} checks. No network, no keys.`,
      ),
      block(
        option(
          "--artifact-dir DIR",
          "where evidence is written (default: $GRINDER_ARTIFACT_DIR, then .artifacts)",
        ),
        option("--only a,b", "run only these drills and the guard"),
        option("--suite SUITE", `runbook (default), or full: drills ${further[0]} to ${further.at(-1)} too`),
        option("--syncer COMMAND", 'drill your own: "python3 my_adapter.py", or a module, ./my-syncer.mjs'),
        option("--syncer-timeouts T", "seconds that it may take: hello=10,request=5,bye=5,run=300 (default)"),
        option("--metric-prefix P", "how the names of its metrics begin (default grinder_account_sync)"),
        option(
          "--names FILE",
          'how it calls rules and reasons: {"rules": {"duplicate_key": "DuplicateRow"}, "reasons": ...}',
        ),
        option(
          "--settle S",
          "how long a difference lasts before it says so, where it does not say: syncs=3,ms=10000",
        ),
        option(
          "--expected-failures F",
          "names of checks that may fail, a line each; one that passes fails the run",
        ),
        option(
          "--alerts",
          "afterwards drill F: does the shipped alert ring for what the drills produced? " +
            "Skipped without promtool; =required fails instead",
        ),
        JSON_OPTION,
        option("--no-status", "no warning about git status after the run (the guard check stays)"),
      ),
    );
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

function page(...blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function block(...lines: readonly string[]): string {
  return lines.join("\n");
}

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
