import { messageOf } from "../../../errors.js";
import type { Match } from "../match.js";
import { parsePattern } from "./parse-pattern.js";
import { compileProgram, type Program } from "./program.js";
import { type Captures, captureText, matchText } from "./run-program.js";
import { PatternProblem } from "./syntax.js";

/**
 * A pattern of Go's package regexp, anchored at both ends as Prometheus and Alertmanager anchor it. It is run by a
 * machine of our own: JavaScript's regular expressions mean other things by the same signs, and some never end.
 */
export interface GoRegexp {
  /** As it is written, without the anchors. */
  readonly source: string;
  /** Why it cannot be run at all; undefined where it can. */
  readonly problem: string | undefined;
  matches(text: string): Match;
  /** What the groups caught where the text matches. */
  captures(text: string): Captures | Exclude<Match, "yes">;
}

const LONGEST_PATTERN = 10_000;

/**
 * Makes a pattern ready to be run. One that cannot be read is no error: it matches "cannot tell", since the server
 * that has it in its configuration could read it.
 *
 * @param dotAll whether `.` matches a line feed too, as in Prometheus 3's relabelling.
 */
export function compileGoRegexp(source: string, { dotAll = false } = {}): GoRegexp {
  const program = tryToCompile(source, dotAll);
  if (typeof program === "string") {
    return { source, problem: program, matches: () => "cannot tell", captures: () => "cannot tell" };
  }
  return {
    source,
    problem: undefined,
    matches: (text) => matchText(program, text),
    captures: (text) => captureText(program, text),
  };
}

function tryToCompile(source: string, dotAll: boolean): Program | string {
  if (source.length > LONGEST_PATTERN) return `it is longer than ${LONGEST_PATTERN} characters`;
  try {
    return compileProgram(parsePattern(`^(?${dotAll ? "s" : ""}:${source})$`));
  } catch (thrown) {
    if (thrown instanceof PatternProblem) return messageOf(thrown);
    throw thrown;
  }
}
