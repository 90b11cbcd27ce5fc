import { DrillError, messageOf } from "../errors.js";
import { printable, quoted } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import { type OptionTable, type ParsedArguments, parseArguments } from "./arguments.js";
import { ATTEST_PREDICATE_OPTIONS, attestPredicateCommand } from "./attest-predicate-command.js";
import { DRILL_OPTIONS, drillCommand } from "./drill-command.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";
import { helps } from "./help.js";
import { HISTORY_OPTIONS, historyCommand } from "./history-command.js";
import { INIT_OPTIONS, initCommand } from "./init-command.js";
import type { Outside } from "./outside.js";
import { RULES_OPTIONS, rulesCommand } from "./rules-command.js";
import { CHECK_OPTIONS, RING_OPTIONS, SELF_TEST_OPTIONS } from "./seldom-options.js";
import { SERVE_OPTIONS, serveCommand } from "./serve-command.js";
import { SYNC_OPTIONS, syncCommand } from "./sync-command.js";
import { VERIFY_OPTIONS, verifyCommand } from "./verify-command.js";

interface Command {
  readonly options: OptionTable;
  readonly mostPositionals: number;
  /** Asked for when it is shown: what it counts is counted then. */
  readonly help: () => string;
  readonly run: (args: ParsedArguments, outside: Outside) => Promise<ExitCode>;
}

type SeldomCommand = keyof typeof import("./seldom-commands.js");

// Loaded only where one is asked for: a drill has no use for them.
function seldom(name: SeldomCommand): Command["run"] {
  return async (args, outside) => (await import("./seldom-commands.js"))[name](args, outside);
}

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["drill", { options: DRILL_OPTIONS, mostPositionals: 0, help: () => helps().drill, run: drillCommand }],
  [
    "self-test",
    {
      options: SELF_TEST_OPTIONS,
      mostPositionals: 0,
      help: () => helps()["self-test"],
      run: seldom("selfTestCommand"),
    },
  ],
  ["init", { options: INIT_OPTIONS, mostPositionals: 2, help: () => helps().init, run: initCommand }],
  [
    "history",
    {
      options: HISTORY_OPTIONS,
      mostPositionals: Number.POSITIVE_INFINITY,
      help: () => helps().history,
      run: historyCommand,
    },
  ],
  ["verify", { options: VERIFY_OPTIONS, mostPositionals: 1, help: () => helps().verify, run: verifyCommand }],
  [
    "attest-predicate",
    {
      options: ATTEST_PREDICATE_OPTIONS,
      mostPositionals: 1,
      help: () => helps()["attest-predicate"],
      run: attestPredicateCommand,
    },
  ],
  ["sync", { options: SYNC_OPTIONS, mostPositionals: 0, help: () => helps().sync, run: syncCommand }],
  ["serve", { options: SERVE_OPTIONS, mostPositionals: 0, help: () => helps().serve, run: serveCommand }],
  ["rules", { options: RULES_OPTIONS, mostPositionals: 0, help: () => helps().rules, run: rulesCommand }],
  [
    "check",
    { options: CHECK_OPTIONS, mostPositionals: 0, help: () => helps().check, run: seldom("checkCommand") },
  ],
  [
    "ring",
    { options: RING_OPTIONS, mostPositionals: 0, help: () => helps().ring, run: seldom("ringCommand") },
  ],
]);

/** Runs the command that the arguments name, and turns whatever goes wrong into one line and an exit code. */
export async function runCli(outside: Outside): Promise<ExitCode> {
  try {
    return await dispatch(outside);
  } catch (error) {
    outside.stderr.write(`account-sync-drill: ${errorLine(error)}\n`);
    return exitCodeOf(error);
  }
}

async function dispatch(outside: Outside): Promise<ExitCode> {
  const [first = "drill", ...rest] = outside.args;
  if (first === "help") return say(outside, COMMANDS.get(rest[0] ?? "")?.help() ?? helps().program);
  if (first === "--help" || first === "-h") return say(outside, helps().program);
  if (first === "--version") return say(outside, `${TOOL_VERSION}\n`);
  const isOption = first.startsWith("-");
  const command = COMMANDS.get(isOption ? "drill" : first);
  if (command === undefined) {
    const known = [...COMMANDS.keys()].join(", ");
    throw new DrillError("usage", `no command ${quoted(first)}; there are ${known}; try --help`);
  }
  const args = parseArguments(isOption ? outside.args : rest, command.options, command.mostPositionals);
  return args.has("help") ? say(outside, command.help()) : command.run(args, outside);
}

function say({ stdout }: Outside, text: string): ExitCode {
  stdout.write(text);
  return EXIT.ok;
}

function errorLine(error: unknown): string {
  const message = printable(messageOf(error));
  return error instanceof DrillError ? message : `could not be completed: ${message}`;
}
