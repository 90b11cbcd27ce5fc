import { checkCount, furtherLetters } from "../drills/suites.js";
import { block, JSON_OPTION, option, page, prose, usage } from "./help-text.js";

/** The help of `drill`. */
export function drillHelp(): string {
  const further = furtherLetters("full");
  return page(
    usage("[drill]", [
      "[--artifact-dir DIR]",
      "[--only a,b]",
      "[--suite runbook|full|life]",
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
      option(
        "--suite SUITE",
        `runbook (default); full: drills ${further[0]} to ${further.at(-1)} too; life: those after them as well, for a ` +
          "syncer that takes orders and positions",
      ),
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
}
