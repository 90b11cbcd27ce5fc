import { DrillError } from "../../../src/errors.js";
import type { CliRun } from "../run-cli.js";

/** What breaks a line, a terminal or an encoding. Newlines are looked at apart. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const STACK_TRACE = /^ {4}at |node:internal|\.[cm]?[jt]s:\d+:\d+/m;
const UNFORESEEN = "account-sync-drill: could not be completed: ";
const ERROR_LINE = /^account-sync-drill: [^\n]+\n$/;

/**
 * Holds a run against what is promised of every run: one of these exit codes; with 2 nothing on stdout and one line
 * on stderr; with 3 such a line at the end; with 0 and 1 none. Never a stack trace, a control character, or words
 * for an error that nobody foresaw.
 */
export function holdRun({ exitCode, stdout, stderr }: CliRun, codes: readonly number[]): void {
  const said = stderr + stdout;
  const fail = (what: string) => {
    throw new Error(`${what}\nexit code ${exitCode}\n${JSON.stringify(said.slice(0, 2000))}`);
  };
  if (exitCode === null || !codes.includes(exitCode)) fail(`expected exit code ${codes.join(" or ")}`);
  holdText(said);
  const errorLines = stderr.split(/(?<=\n)/).filter((line) => ERROR_LINE.test(line));
  if (stderr.includes(UNFORESEEN)) fail("an error that is no DrillError");
  if (errorLines.length !== (exitCode === 2 || exitCode === 3 ? 1 : 0))
    fail(`${errorLines.length} error lines`);
  if (exitCode === 2 && (stdout !== "" || stderr !== errorLines[0])) fail("more than one line for bad input");
}

/** Holds text for a terminal, a log or a comment against what it must never contain. */
export function holdText(text: string): void {
  const bad = UNPRINTABLE.exec(text);
  if (bad !== null) {
    const code = bad[0].codePointAt(0)?.toString(16);
    throw new Error(
      `U+${code} in ${JSON.stringify(text.slice(Math.max(0, bad.index - 80), bad.index + 20))}`,
    );
  }
  if (STACK_TRACE.test(text)) throw new Error(`a stack trace in ${JSON.stringify(text.slice(0, 2000))}`);
}

/** What a parser gives, or the DrillError that it refuses with, whose message is one printable line. */
export function readOrRefuse<T>(read: () => T): { readonly value: T } | { readonly refusal: DrillError } {
  try {
    return { value: read() };
  } catch (thrown) {
    if (!(thrown instanceof DrillError)) throw thrown;
    holdText(thrown.message);
    if (thrown.message === "" || thrown.message.includes("\n")) throw new Error(`no line: ${thrown.message}`);
    return { refusal: thrown };
  }
}
