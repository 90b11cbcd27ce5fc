import { type Decimal, decimal, parseDecimal } from "./decimal.js";
import { printable, quoted } from "./printable.js";

const ZERO = decimal("0");

/** True for a JSON object (not null, not an array). */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads the fields of one untrusted object and notes every bad path in `problems`, instead of stopping at
 * the first. What it returns for a bad field is a placeholder: use the results only where no problem was noted.
 */
export class FieldReader {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: string[];
  readonly #isObject: boolean;

  constructor(value: unknown, path: string, problems: string[]) {
    this.#path = path;
    this.#problems = problems;
    this.#isObject = isRecord(value);
    this.#fields = isRecord(value) ? value : {};
    if (!this.#isObject) this.#note(path, `expected an object, got ${nameOf(value)}`);
  }

  /** Text that is not empty. */
  text(name: string): string {
    const value = this.raw(name);
    if (typeof value === "string" && value !== "") return value;
    return this.refuse(name, "expected text that is not empty", "");
  }

  /** An id: text, never a JSON number. */
  id(name: string): string {
    const value = this.raw(name);
    if (typeof value !== "number") return this.text(name);
    const advice = "expected an id in quotes (64-bit ids do not survive a JSON number)";
    return this.refuse(name, advice, "");
  }

  oneOf<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
    const value = this.raw(name);
    const found = allowed.find((candidate) => candidate === value);
    return found ?? this.refuse(name, `expected ${allowed.join(", ")}`, allowed[0]);
  }

  boolean(name: string): boolean {
    const value = this.raw(name);
    return typeof value === "boolean" ? value : this.refuse(name, "expected true or false", false);
  }

  /** Unix ms: a whole number from 0 to 2^53 - 1. (Adding 0 turns JSON's -0 into 0.) */
  timestamp(name: string): number {
    const value = this.raw(name);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value + 0;
    return this.refuse(name, "expected Unix ms, a whole number of at least 0", 0);
  }

  /** A whole number that is exact in JSON. */
  integer(name: string): number {
    const value = this.raw(name);
    return Number.isSafeInteger(value) ? Number(value) + 0 : this.refuse(name, "expected an integer", 0);
  }

  /** A decimal as text; a JSON number is refused, since it may have lost digits already. */
  decimal(name: string): Decimal {
    const value = this.raw(name);
    const found = typeof value === "string" ? parseDecimal(value) : undefined;
    return found ?? this.refuse(name, 'expected a decimal as text, such as "0.10"', ZERO);
  }

  /** A decimal as text or as a JSON number, which is taken by its shortest decimal text. */
  looseDecimal(name: string): Decimal {
    const value = this.raw(name);
    const found = typeof value === "number" ? parseDecimal(String(value)) : undefined;
    if (found !== undefined) return found;
    if (typeof value === "string") return this.decimal(name);
    return this.refuse(name, "expected a decimal", ZERO);
  }

  /** Reads with `read` unless the field is null, which means that the exchange did not say. */
  nullable<T>(name: string, read: (name: string) => T): T | null {
    return this.raw(name) === null ? null : read.call(this, name);
  }

  /** Like {@link nullable}, and a missing field counts as null too. */
  optional<T>(name: string, read: (name: string) => T): T | null {
    return this.raw(name) === undefined ? null : this.nullable(name, read);
  }

  /** One result for each row of an array; rows are given with their path, `positions[0]`. */
  rows<T>(name: string, read: (row: unknown, path: string) => T): T[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) return this.refuse(name, "expected an array", []);
    const rows: readonly unknown[] = value;
    return rows.map((row, index) => read(row, `${this.#at(name)}[${index}]`));
  }

  /** Refuses every field but these: one that was misspelt would be taken for one that was left out. */
  only(names: readonly string[]): void {
    for (const name of Object.keys(this.#fields)) {
      if (names.includes(name)) continue;
      this.#note(this.#at(printable(name)), `no such field; there are ${names.join(", ")}`);
    }
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  /** Notes a problem with a field, with what is there now, and hands the placeholder back. */
  refuse<T>(name: string, expectation: string, placeholder: T): T {
    if (this.#isObject) {
      this.#note(this.#at(name), `${expectation}, got ${nameOf(this.raw(name))}`);
    }
    return placeholder;
  }

  #at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  #note(path: string, what: string): void {
    this.#problems.push(`${path === "" ? "top level" : path}: ${what}`);
  }
}

/** A short name for an untrusted value: `null`, `nothing`, `the number 5`, `the text "abc"`. */
export function nameOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "string") return "an object";
  return value.length > 40 ? `the text ${quoted(value.slice(0, 40))}…` : `the text ${quoted(value)}`;
}
