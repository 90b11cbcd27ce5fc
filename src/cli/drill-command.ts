import type { Drill } from "../drill/drill.js";
import { parseExpectedFailures } from "../drill/expected-failures.js";
import { failureOf } from "../drill/results.js";
import { DrillError } from "../errors.js";
import { drillsThatAlert, rulesProvenBy } from "../fire-drill/alert-cases.js";
import { allCheckNames } from "../fire-drill/check-names.js";
import { type FireDrillOutcome, type FireDrillPlan, runFireDrill } from "../fire-drill/fire-drill.js";
import { renderConsole } from "../report/console-text.js";
import { renderResultsJson } from "../report/results-json.js";
import { printable } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { artifactDirOf } from "./artifact-dir.js";
import { chooseDrills, lifeOf } from "./chosen-drills.js";
import { drillSubject } from "./drill-subject.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { paletteFor } from "./palette.js";
import { readTextInput } from "./read-input.js";
import { replayedHistories } from "./replayed-histories.js";
import { shellWord } from "./shell-words.js";

const EXIT_BY_FAILURE = { exit_code_1: EXIT.found, exit_code_3: EXIT.incomplete } as const;

/** The options of `drill`. */
export const DRILL_OPTIONS = {
  "artifact-dir": { type: "string" },
  only: { type: "string" },
  suite: { type: "string" },
  seed: { type: "string" },
  days: { type: "string" },
  replay: { type: "string", multiple: true },
  syncer: { type: "string" },
  "syncer-timeouts": { type: "string" },
  "metric-prefix": { type: "string" },
  names: { type: "string" },
  settle: { type: "string" },
  "expected-failures": { type: "string" },
  alerts: { type: "boolean", words: ["required"] },
  json: { type: "boolean" },
  "no-status": { type: "boolean" },
} as const;

/**
 * `drill`: runs the fire drill against the bundled syncer, or one of your own, and tells what came of it.
 *
 * @throws DrillError `usage`, `bad_input`, `evidence_not_written` or `interrupted`.
 */
export async function drillCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const artifactDir = artifactDirOf(args, outside);
  const histories = await replayedHistories(args, outside);
  const subject = await drillSubject(args, outside);
  const listed = await expectedFailures(args, outside, subject.prefix);
  const wanted = lifeOf(args, subject.suite);
  const { drills, life } = chooseDrills(subject.drills, args.text("only"), wanted);
  const plan: FireDrillPlan = {
    ...subject,
    drills,
    life,
    histories,
    artifactDir,
    commit: null,
    alerts: alertsOf(args, subject.drills, drills),
    listed,
  };
  const outcome = await outside.untilStopped((stopped) =>
    runFireDrill(plan, { ...outside, stopped }).finally(subject.dispose),
  );
  tell(outcome, outside, args.has("json"));
  if (!args.has("no-status")) warnAboutStatus(outcome, outside);
  const { brokeOff } = outcome.report;
  if (brokeOff !== null) outside.stderr.write(`account-sync-drill: ${printable(brokeOff)}\n`);
  const failure = failureOf(outcome.report);
  return failure === null ? EXIT.ok : EXIT_BY_FAILURE[failure];
}

async function expectedFailures(args: ParsedArguments, outside: Outside, prefix: string) {
  const file = args.text("expected-failures");
  if (file === undefined) return new Set<string>();
  const known = await allCheckNames(prefix);
  return readTextInput(outside, "--expected-failures", file, (text) => parseExpectedFailures(text, known));
}

function alertsOf(args: ParsedArguments, suite: readonly Drill[], chosen: readonly Drill[]) {
  if (!args.has("alerts")) return "none";
  const needed = drillsThatAlert(rulesProvenBy(suite));
  if (!needed.every((id) => chosen.some((drill) => drill.id === id))) {
    const names = `${needed.slice(0, -1).join(", ")} and ${needed.at(-1)}`;
    throw new DrillError("usage", `--alerts needs the metrics of drills ${names}: leave --only out`);
  }
  return args.text("alerts") === "required" ? "required" : "asked";
}

function tell(outcome: FireDrillOutcome, outside: Outside, json: boolean): void {
  const { stdout, stderr, env, program } = outside;
  const textStream = json ? stderr : stdout;
  const palette = paletteFor(textStream.isTerminal, env);
  const { evidenceDir } = outcome;
  const directory = evidenceDir.startsWith("-") ? `./${evidenceDir}` : evidenceDir;
  const verify = `${program} verify ${shellWord(directory)}`;
  textStream.write(renderConsole(outcome.report, { ...outcome, verify }, palette));
  if (json) stdout.write(renderResultsJson(outcome.report, outcome));
}

function warnAboutStatus({ report }: FireDrillOutcome, { stderr }: Outside): void {
  const check = report.drills.find(({ id }) => id === "guard")?.checks[0];
  if (check === undefined || check.status === "passed") return;
  const advice = "keep the artifact directory out of commits";
  stderr.write(`warning: git status and evidence: ${check.actual}; ${advice}\n`);
}
