import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { isRecord } from "../syncer/field-reader.js";
import { parseJson } from "../syncer/parse-snapshot.js";
import { printable } from "../syncer/printable.js";
import type { Outside } from "./outside.js";

// The longest text that Node.js makes: 512 MiB less a few bytes.
const MOST_BYTES = 2 ** 29 - 24;
const TOO_LARGE = "this is too large for one text, which may have 512 MiB";

const BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "this is a directory, a file is needed",
  EACCES: "this file may not be read",
  ERR_FS_FILE_TOO_LARGE: TOO_LARGE,
};

/** How an error names what an option was given. */
export function placeOf(option: string, file: string): string {
  return `${option} ${file === "-" ? "- (standard input)" : printable(file)}`;
}

/**
 * Reads JSON from a file, or from standard input where the name is `-`, and hands it to `parse`.
 *
 * @throws DrillError `bad_input`, its message led by the option and the file.
 */
export async function readJsonInput<T>(
  outside: Outside,
  option: string,
  file: string,
  parse: (value: unknown) => T,
): Promise<T> {
  return readTextInput(outside, option, file, (text) => parse(parseJson(text)));
}

/**
 * Reads text from a file, or from standard input where the name is `-`, and hands it to `parse`.
 *
 * @param mostBytes how large it may be; what one text can have, where it is left out.
 * @throws DrillError `bad_input`, its message led by the option and the file.
 */
export async function readTextInput<T>(
  outside: Outside,
  option: string,
  file: string,
  parse: (text: string) => T,
  mostBytes: number = MOST_BYTES,
): Promise<T> {
  const place = placeOf(option, file);
  try {
    refuseLarger(file === "-" ? 0 : outside.fs.statSync(file).size, mostBytes);
    const bytes = file === "-" ? await outside.readStdin() : outside.fs.readFileSync(file);
    refuseLarger(bytes.length, mostBytes);
    return parse(decodeUtf8(bytes));
  } catch (cause) {
    const what = BY_CODE[systemCodeOf(cause) ?? ""] ?? printable(messageOf(cause));
    const details = cause instanceof DrillError ? cause.details : [];
    throw new DrillError("bad_input", `${place}: ${what}`, { cause, details });
  }
}

/**
 * Reads a list of known order ids: a JSON array of text.
 *
 * @throws DrillError `bad_input` with the index of the first entry that is not an id in quotes.
 */
export function parseKnownOrders(value: unknown): string[] {
  if (!Array.isArray(value)) {
    const hint = isRecord(value) ? "an object" : "something else";
    throw new DrillError("bad_input", `expected an array of order ids, got ${hint}`);
  }
  return value.map((id: unknown, index) => {
    if (typeof id === "string" && id !== "") return id;
    throw new DrillError(
      "bad_input",
      `[${index}]: expected an order id in quotes (64-bit ids do not survive a JSON number)`,
    );
  });
}

function refuseLarger(bytes: number, mostBytes: number): void {
  if (bytes <= mostBytes || mostBytes === MOST_BYTES) return;
  throw new DrillError("bad_input", `this is too large: it may have ${mostBytes / 2 ** 20} MiB`);
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const what = bytes.length > MOST_BYTES ? TOO_LARGE : "this is not UTF-8 text";
    throw new DrillError("bad_input", what, { cause });
  }
}
