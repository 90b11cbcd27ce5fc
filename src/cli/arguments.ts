import { type ParseArgsConfig, parseArgs } from "node:util";
import { DrillError, messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";

/** The options of one command, in the form of `node:util`'s parseArgs. */
export type OptionTable = NonNullable<ParseArgsConfig["options"]>;

/** Options that every command knows. */
const SHARED = { help: { type: "boolean", short: "h" } } as const satisfies OptionTable;

/** What stood behind a command's name. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** The text of an option, or undefined where it was not given. */
  text(option: string): string | undefined;
  /** Whether a switch was given. */
  has(option: string): boolean;
}

/**
 * Reads a command's arguments, strictly: an unknown option, a missing value or too many words are refused.
 *
 * @throws DrillError `usage`.
 */
export function parseArguments(
  args: readonly string[],
  options: OptionTable,
  mostPositionals: number,
): ParsedArguments {
  const { values, positionals } = parseStrictly(args, { ...SHARED, ...options });
  const surplus = positionals[mostPositionals];
  if (surplus !== undefined) {
    throw new DrillError("usage", `unexpected argument "${printable(surplus)}"`);
  }
  return {
    positionals,
    text(option) {
      const value = values[option];
      return typeof value === "string" ? value : undefined;
    },
    has: (option) => values[option] === true,
  };
}

/**
 * A whole number of at least 0.
 *
 * @throws DrillError `usage` that names the option.
 */
export function wholeNumber(option: string, text: string): number {
  const value = /^[0-9]{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(value)) return value;
  throw new DrillError("usage", `${option}: expected a whole number of at least 0, got "${printable(text)}"`);
}

function parseStrictly(args: readonly string[], options: OptionTable) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (cause) {
    const first = messageOf(cause).split(". ")[0] ?? messageOf(cause);
    throw new DrillError("usage", printable(first.replace(/\n.*/su, "")), { cause });
  }
}
