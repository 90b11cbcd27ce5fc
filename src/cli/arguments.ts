import { type ParseArgsConfig, parseArgs } from "node:util";
import { DrillError, messageOf } from "../errors.js";
import { printable } from "../syncer/printable.js";

type NodeOption = NonNullable<ParseArgsConfig["options"]>[string];

/**
 * The options of one command, in the form of `node:util`'s parseArgs. A switch may also be given as `--switch=WORD`,
 * with one of its `words`.
 */
export type OptionTable = Readonly<Record<string, NodeOption & { readonly words?: readonly string[] }>>;

const LONGEST_ROW = 1000;

/** Options that every command knows. */
const SHARED = { help: { type: "boolean", short: "h" } } as const satisfies OptionTable;

/** What stood behind a command's name. */
export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** The text of an option, or undefined where it was not given. */
  text(option: string): string | undefined;
  /** Every text of an option that may be given several times. */
  list(option: string): readonly string[];
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
  refuseLongRow(args);
  const words = new Map<string, string>();
  const plain = args.map((arg) => withoutWord(arg, options, words));
  const { values, positionals, tokens } = parseStrictly(plain, { ...SHARED, ...options });
  const given = tokens.flatMap((token) => (token.kind === "option" ? [token.name] : []));
  refuseRepeats(given.filter((name) => options[name]?.multiple !== true));
  const surplus = positionals[mostPositionals];
  if (surplus !== undefined) {
    throw new DrillError("usage", `unexpected argument "${printable(surplus)}"`);
  }
  return {
    positionals,
    text(option) {
      const value = values[option];
      return typeof value === "string" ? value : words.get(option);
    },
    list(option) {
      const value = values[option];
      return Array.isArray(value) ? value.map(String) : [];
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

// There is one short option. parseArgs takes a row of them, and half a minute over one as long as a system lets pass.
function refuseLongRow(args: readonly string[]): void {
  const end = args.indexOf("--");
  const options = args.slice(0, end < 0 ? args.length : end);
  const row = options.find((arg) => /^-[^-]/.test(arg) && arg.length > LONGEST_ROW);
  if (row === undefined) return;
  throw new DrillError("usage", `unknown option ${printable(row.slice(0, 20))}...; try --help`);
}

// parseArgs knows no option whose value may be left out.
function withoutWord(arg: string, options: OptionTable, words: Map<string, string>): string {
  const [, name = "", word = ""] = /^--([a-z-]+)=(.*)$/s.exec(arg) ?? [];
  const known = options[name]?.words;
  if (known === undefined) return arg;
  if (!known.includes(word)) {
    throw new DrillError("usage", `--${name}: expected --${name} or --${name}=${known.join("|")}`);
  }
  words.set(name, word);
  return `--${name}`;
}

function parseStrictly(args: readonly string[], options: OptionTable) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
  } catch (cause) {
    throw new DrillError("usage", `${printable(explain(messageOf(cause)))}; try --help`, { cause });
  }
}

// Node's messages begin with the option in single quotes, and go on with advice of several lines.
function explain(message: string): string {
  const option = /'(-[^']*?)(?: <value>)?'/su.exec(message)?.[1] ?? "";
  if (message.startsWith("Unknown option")) return `unknown option ${option}`;
  if (message.includes("ambiguous") || message.includes("argument missing")) {
    return `${option}: a value is missing (one that begins with - is given as ${option}=VALUE)`;
  }
  if (message.includes("does not take an argument")) return `${option} takes no value`;
  return message.split("\n")[0] ?? message;
}

function refuseRepeats(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new DrillError("usage", `--${repeated} was given twice`);
}
