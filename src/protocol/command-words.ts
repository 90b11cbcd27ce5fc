import { DrillError } from "../errors.js";
import { printable, quoted } from "../syncer/printable.js";

const BLANK = /[ \t]/;
const CONTROL = /[^\P{Cc}\t]/u;
// What a shell would act on, anywhere in a plain word.
const FOR_A_SHELL = /[$`|&;<>(){}[\]*?]/;
const FOR_A_SHELL_AT_THE_START = /[#~]/;
const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;

/**
 * Splits a command into words as a POSIX shell does for plain words and quotes. No shell is used, so whatever
 * one would act on is refused, never passed on as it is: `$`, `|`, `;`, backticks, patterns, and a backslash
 * outside single quotes where a shell would drop it.
 *
 * @throws DrillError `usage`.
 */
export function splitCommand(command: string): string[] {
  if (CONTROL.test(command)) throw refusal(command, "a control character is refused");
  const words: string[] = [];
  let at = 0;
  while (at < command.length) {
    if (BLANK.test(command.charAt(at))) {
      at += 1;
      continue;
    }
    const { word, next } = readWord(command, at);
    words.push(word);
    at = next;
  }
  if ((words[0] ?? "") === "") throw refusal(command, "a program is needed, such as python3 my_adapter.py");
  if (ASSIGNMENT.test(words[0] ?? "")) {
    throw refusal(command, "a variable cannot be set here; set it for the drill, which passes it on");
  }
  return words;
}

function readWord(command: string, start: number): { word: string; next: number } {
  let word = "";
  let at = start;
  while (at < command.length && !BLANK.test(command.charAt(at))) {
    const character = command.charAt(at);
    if (character === "'" || character === '"') {
      const end = command.indexOf(character, at + 1);
      if (end === -1) throw refusal(command, `the quote ${character} is not closed`);
      const inside = command.slice(at + 1, end);
      word += character === "'" ? inside : insideDoubleQuotes(command, inside);
      at = end + 1;
    } else {
      word += plain(command, character, at === start);
      at += 1;
    }
  }
  return { word, next: at };
}

function plain(command: string, character: string, isFirst: boolean): string {
  if (character === "\\") {
    throw refusal(command, "a \\ outside quotes is refused; put a Windows path in single quotes");
  }
  if (FOR_A_SHELL.test(character) || (isFirst && FOR_A_SHELL_AT_THE_START.test(character))) {
    const advice = "put it in single quotes, or put the whole line into a script and name that";
    throw refusal(command, `${printable(character)} means something to a shell, and none is used: ${advice}`);
  }
  return character;
}

function insideDoubleQuotes(command: string, text: string): string {
  const special = /[$`]|\\[$`\\]|\\$/.exec(text)?.[0];
  if (special === undefined) return text;
  const shown = printable(special);
  throw refusal(command, `${shown} inside double quotes means something to a shell: use single quotes`);
}

function refusal(command: string, what: string): DrillError {
  return new DrillError("usage", `syncer ${quoted(command)}: ${what}`);
}
