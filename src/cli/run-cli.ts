import { DrillError, messageOf } from "../errors.js";
import { printable, quoted } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import { type OptionTable, type ParsedArguments, parseArguments } from "./arguments.js";
import { ATTEST_PREDICATE_OPTIONS, attestPredicateCommand } from "./attest-predicate-command.js";
import { DRILL_OPTIONS, drillCommand } from "./drill-command.js";
import { EXIT, type ExitCode, exitCodeOf } from "./exit-codes.js";
import { HELP } from "./help.js";
import { INIT_OPTIONS, initCommand } from "./init-command.js";
import type { Outside } from "./outside.js";
import { RULES_OPTIONS, rulesCommand } from "./rules-command.js";
import { SELF_TEST_OPTIONS, selfTestCommand } from "./self-test-command.js";
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

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["drill", { options: DRILL_OPTIONS, mostPositionals: 0, help: () => HELP.drill, run: drillCommand }],
  [
    "self-test",
    { options: SELF_TEST_OPTIONS, mostPositionals: 0, help: () => HELP["self-test"], run: selfTestCommand },
  ],
  ["init", { options: INIT_OPTIONS, mostPositionals: 2, help: () => HELP.init, run: initCommand }],
  ["verify", { options: VERIFY_OPTIONS, mostPositionals: 1, help: () => HELP.verify, run: verifyCommand }],
  [
    "attest-predicate",
    {
      options: ATTEST_PREDICATE_OPTIONS,
      mostPositionals: 1,
      help: () => HELP["attest-predicate"],
      run: attestPredicateCommand,
    },
  ],
  ["sync", { options: SYNC_OPTIONS, mostPositionals: 0, help: () => HELP.sync, run: syncCommand }],
  ["serve", { options: SERVE_OPTIONS, mostPositionals: 0, help: () => HELP.serve, run: serveCommand }],
  ["rules", { options: RULES_OPTIONS, mostPositionals: 0, help: () => HELP.rules, run: rulesCommand }],
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
  if (first === "help") return say(outside, COMMANDS.get(rest[0] ?? "")?.help() ?? HELP.program);
  if (first === "--help" || first === "-h") return say(outside, HELP.program);
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
