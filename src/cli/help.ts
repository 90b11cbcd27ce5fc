import { checkCount, furtherLetters } from "../drills/suites.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";

const WIDTH = 90;
const OPTION_COLUMN = 19;

/** The help of the program and of each command: one text each, what it does first. */
export const HELP: Readonly<
  Record<
    "program" | "drill" | "verify" | "attest-predicate" | "sync" | "self-test" | "serve" | "rules",
    string
  >
> = {
  program: `account-sync-drill: a fire drill for the alarm of a diverged exchange account

  account-sync-drill [drill]     inject known faults, check every stage, leave evidence
  account-sync-drill verify DIR  check that evidence, or an artifact's zip, is whole and unchanged
  account-sync-drill attest-predicate DIR
                                 print what to sign of evidence, as an in-toto test result
  account-sync-drill sync        run the bundled syncer once on a snapshot
  account-sync-drill self-test   show that the drill can fail: broken syncers, each caught
  account-sync-drill serve       sync a made-up account in a loop, and serve its metrics
  account-sync-drill rules       print the Prometheus rule pack, with thresholds of your own
  account-sync-drill COMMAND --help
  account-sync-drill --version

Exit codes: 0 passed, nothing found; 1 the drill failed, damage or mismatches were found;
2 usage error or bad input; 3 could not be completed.
`,
  get drill() {
    const further = furtherLetters("full");
    return `account-sync-drill [drill] [--artifact-dir DIR] [--only a,b] [--suite runbook|full]
                   [--syncer COMMAND] [--syncer-timeouts hello=10,...] [--metric-prefix PREFIX]
                   [--alerts[=required]] [--json] [--no-status]

Runs the fire drill: five drills and a guard, ${checkCount("runbook")} checks. No network, no keys.

  --artifact-dir DIR   where evidence is written (default: $GRINDER_ARTIFACT_DIR, then .artifacts)
  --only a,b           run only these drills and the guard
  --suite SUITE        runbook (default), or full: drills ${further[0]} to ${further.at(-1)} too
  --syncer COMMAND     drill your own: "python3 my_adapter.py", or a module, ./my-syncer.mjs
  --syncer-timeouts T  seconds that it may take: hello=10,request=5,bye=5,run=300 (default)
  --metric-prefix P    how the names of its metrics begin (default grinder_account_sync)
  --alerts             afterwards drill F: does the shipped alert ring for what the drills produced?
                       Skipped without promtool; =required fails instead
  --json               one JSON document on stdout, the text on stderr
  --no-status          no warning about git status after the run (the guard check stays)
`;
  },
  verify: `account-sync-drill verify DIR|ZIP [--json]

Holds evidence against its sha256sums.txt and reports every damage: a file that was changed,
removed, added or replaced, a checksum file that was touched, a fingerprint that is another than the
files give. DIR is an evidence directory, ZIP the artifact as GitHub serves it.

  --json  one JSON document on stdout, the text on stderr
`,
  "attest-predicate": `account-sync-drill attest-predicate DIR [--url URL]

Verifies an evidence directory and prints an in-toto test-result predicate (v0.1) of it, for
actions/attest to sign. Damaged evidence gets none.

  --url URL  the page of the run, for the predicate to name
`,
  sync: `account-sync-drill sync --snapshot FILE [--format canonical|ccxt] [--known-orders FILE]
                        [--last-ts MS] [--artifact-dir DIR] [--json]

Runs the bundled AccountSyncer once on a snapshot and prints what it found.

  --snapshot FILE      the snapshot as JSON; - reads standard input
  --format FORMAT      canonical (default), or ccxt: {"timestamp"?, "positions", "open_orders"}
  --known-orders FILE  a JSON array of order ids that the system tracks; without it, no orphans
  --last-ts MS         Unix ms of the last accepted snapshot (default 0)
  --artifact-dir DIR   where evidence goes when GRINDER_ACCOUNT_SYNC_EVIDENCE is 1, true, yes or on
  --json               one JSON document on stdout, the text on stderr
`,
  get "self-test"() {
    return `account-sync-drill self-test

Runs the full suite against a zoo of broken syncers, each wrong in one way, and prints which drill
and check caught each, and whether the ${checkCount("runbook")} checks of the runbook alone notice it. Exits 0 only if
every one is caught by the drill that was named for it beforehand.
`;
  },
  serve: `account-sync-drill serve [--host HOST] [--port PORT] [--inject RULE] [--after SECONDS]

Syncs a made-up account every second and serves GET /metrics and GET /healthz, for rehearsals.

  --host HOST      where to listen (default 127.0.0.1)
  --port PORT      on which port (default 9090; 0 takes a free one and says which)
${option("--inject RULE", `${oneOf(MISMATCH_RULES)}, in one sync`)}
  --after SECONDS  when to inject it (default 0: at the second sync)

With GRINDER_ACCOUNT_SYNC_EVIDENCE=1 a sync that finds something leaves evidence.
`,
  rules: `account-sync-drill rules [--format prometheus|kubernetes|grafana] [--set NAME=VALUE]...

Prints the rule pack. Without options it is rules/account-sync.rules.yml to the byte.

  --format FORMAT   prometheus (default) for a rule file, kubernetes for a PrometheusRule,
                    grafana for the dashboard
  --set NAME=VALUE  changes a setting, such as --set stale-after=60 or --set label.team=desk;
                    docs/rules.md explains them all, and a wrong name lists them
`,
};

function oneOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** An option with its meaning in a column beside it, wrapped. */
function option(name: string, meaning: string): string {
  const lines: string[] = [];
  let line = `  ${name}`.padEnd(OPTION_COLUMN);
  for (const word of meaning.split(" ")) {
    if (line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = "".padEnd(OPTION_COLUMN);
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join("\n");
}
