import { DrillError } from "../errors.js";
import type { NamedHistory } from "../replay/history.js";
import { historyNames } from "../replay/history-names.js";
import { MOST_HISTORY_BYTES, parseHistory } from "../replay/parse-history.js";
import type { ParsedArguments } from "./arguments.js";
import type { Outside } from "./outside.js";
import { readTextInput } from "./read-input.js";

const OPTION = "--replay";
/** What chooses among the drills of a suite, or is made of what they left. */
const OF_SUITES = ["suite", "only", "seed", "days", "expected-failures"];

/**
 * Reads the files of `--replay`, in their order; none where it is not given.
 *
 * @throws DrillError `usage` beside what asks for a suite; `bad_input` that names the file, the line and the path.
 */
export async function replayedHistories(args: ParsedArguments, outside: Outside): Promise<NamedHistory[]> {
  const files = args.list("replay");
  if (files.length === 0) return [];
  refuseBesides(args, files);
  const names = historyNames(files);
  const histories: NamedHistory[] = [];
  for (const [index, file] of files.entries()) {
    const history = await readTextInput(outside, OPTION, file, parseHistory, MOST_HISTORY_BYTES);
    histories.push({ name: names[index] ?? "", history });
  }
  return histories;
}

function refuseBesides(args: ParsedArguments, files: readonly string[]): void {
  const beside =
    OF_SUITES.find((name) => args.text(name) !== undefined) ?? (args.has("alerts") ? "alerts" : undefined);
  if (beside !== undefined) throw new DrillError("usage", `${OPTION} runs alone: leave --${beside} out`);
  if (files.includes("")) throw new DrillError("usage", `${OPTION}: expected a file, got nothing`);
  if (files.filter((file) => file === "-").length > 1)
    throw new DrillError("usage", `${OPTION}: - can be given once`);
}
