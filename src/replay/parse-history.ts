import { DrillError } from "../errors.js";
import { AT_ONCE } from "../syncer/settling.js";
import type { History, HistoryLine } from "./history.js";
import { readLine } from "./read-line.js";

/** The most bytes that a history may have: 32 MiB, so that its evidence is never more than `verify` takes. */
export const MOST_HISTORY_BYTES = 32 * 1024 * 1024;
const MOST_LINES = 20_000;

/**
 * Reads a history: JSON lines, one a sync (contract, section 5), and on the first the grace that its expectations
 * hold for. Strictly: a field that is misspelt would ask for nothing, unseen.
 *
 * @throws DrillError `bad_input` that names the first bad line and what is wrong in it, by its path.
 */
export function parseHistory(text: string): History {
  if (text.length > MOST_HISTORY_BYTES) {
    throw new DrillError("bad_input", `this is too large: it may have ${MOST_HISTORY_BYTES / 2 ** 20} MiB`);
  }
  const texts = text.split("\n");
  if (texts.at(-1) === "") texts.pop();
  if (texts.length === 0) throw new DrillError("bad_input", "no line in it: one a sync is needed");
  if (texts.length > MOST_LINES) {
    throw new DrillError(
      "bad_input",
      `${texts.length} lines are more than the ${MOST_LINES} that it may have`,
    );
  }
  const read = texts.map((one, index) => readLine(one.replace(/\r$/, ""), index + 1));
  const lines = read.map(({ line }) => line);
  refuseSteppingBack(lines);
  return { settle: read[0]?.settle ?? AT_ONCE, lines };
}

function refuseSteppingBack(lines: readonly HistoryLine[]): void {
  for (const [index, { at, line }] of lines.entries()) {
    const before = lines[index - 1]?.at ?? at;
    if (at < before) {
      throw new DrillError("bad_input", `line ${line}: at: ${at} is before the ${before} of the line above`);
    }
  }
}
