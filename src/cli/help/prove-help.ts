import { checkCount, furtherLetters } from "../../drills/suites.js";
import { MOST_DAYS, USUAL_SEED } from "../../fire-drill/wanted-life.js";
import { USUAL_DAYS } from "../../life/life-names.js";
import { block, JSON_OPTION, option, page, prose, usage } from "./help-text.js";

/** The helps of what proves that a syncer notices: a text for each command. */
export const proveHelp = () => ({
  get drill() {
    const further = furtherLetters("full");
    return page(
      usage("[drill]", [
        "[--artifact-dir DIR]",
        "[--only a,b]",
        "[--suite runbook|full|life]",
        "[--seed N]",
        "[--days N]",
        "[--replay FILE]...",
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
        option("--only a,b", "run only these drills and the guard; the days of trading are called life"),
        option(
          "--suite SUITE",
          `runbook (default); full: drills ${further[0]} to ${further.at(-1)} too; life: all drills, then days of trading`,
        ),
        option("--seed N", `what the days of trading are made from (default ${USUAL_SEED})`),
        option(
          "--days N",
          `how many of them have divergences, 1 to ${MOST_DAYS} (default ${USUAL_DAYS.days})`,
        ),
        option(
          "--replay FILE",
          "instead of a suite: feed this history, JSON lines, and hold each answer against what its line expects; " +
            "may be given again, - reads standard input",
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
  },
  get "self-test"() {
    return page(
      usage("self-test", []),
      prose(
        "Runs the suites against a zoo of broken syncers, each wrong in one way, and prints which drill and check " +
          `caught each, and the smallest suite that notices it: ${checkCount("runbook")} stands for the runbook's checks. ` +
          "Exits 0 only if every one is caught by the drill that was named for it beforehand.",
      ),
    );
  },
  history: page(
    usage("history", ["DIR...", "[--settle syncs=N,ms=N]"]),
    prose(
      "Makes one history for drill --replay of the evidence that syncs left, sorted by time, and prints it. DIR is the " +
        "evidence of a sync, or holds such evidence. What was found is expected again where the bundled syncer finds " +
        "the same in these syncs alone; the others are named on stderr. Damaged evidence is refused.",
    ),
    option("--settle S", "how long a difference had to last for the syncer that left it: syncs=3,ms=10000"),
  ),
  init: page(
    usage("init", ["python|typescript|go", "DIR"]),
    prose(
      "Writes an adapter into a new directory, with a small syncer that stands in for yours, and prints the command " +
        'that drills it. What to change is marked "yours".',
    ),
  ),
});
