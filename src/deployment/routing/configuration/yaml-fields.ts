import { FieldReader, isRecord, nameOf } from "../../../syncer/field-reader.js";
import { parseGoDuration } from "./go-duration.js";

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;

/**
 * The fields of one mapping that came out of `parseYaml`, where every scalar is a text. As in the servers, a field that
 * is null is one that is missing.
 */
export class YamlFields {
  readonly #fields: FieldReader;
  readonly #value: unknown;
  readonly #path: string;
  readonly #problems: string[];

  constructor(value: unknown, path: string, problems: string[]) {
    this.#fields = new FieldReader(value, path, problems);
    this.#value = value;
    this.#path = path;
    this.#problems = problems;
  }

  /** The path of the mapping itself. */
  get path(): string {
    return this.#path;
  }

  /** The path of a field: `route.routes[0].receiver`. */
  at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  has(name: string): boolean {
    return (this.#fields.raw(name) ?? null) !== null;
  }

  /** A text that may be missing, then empty. */
  text(name: string): string {
    const value = this.#fields.raw(name) ?? "";
    return typeof value === "string" ? value : this.#fields.refuse(name, "expected text", "");
  }

  requiredText(name: string): string {
    return this.#fields.text(name);
  }

  flag(name: string): boolean | undefined {
    if (!this.has(name)) return undefined;
    const value = this.text(name);
    if (TRUE.test(value)) return true;
    return FALSE.test(value) ? false : this.#fields.refuse(name, "expected true or false", undefined);
  }

  /** Seconds. */
  duration(name: string): number | undefined {
    if (!this.has(name)) return undefined;
    return (
      parseGoDuration(this.text(name)) ?? this.#fields.refuse(name, "expected a duration, such as 5m", 0)
    );
  }

  /** The rows of a list with their paths; none where it is missing. */
  rows(name: string): { value: unknown; path: string }[] {
    if (!this.has(name)) return [];
    return this.#fields.rows(name, (value, path) => ({ value, path }));
  }

  /** The mappings of a list; none where it is missing. An empty row is an empty mapping. */
  children(name: string): YamlFields[] {
    return this.rows(name).map(({ value, path }) => new YamlFields(value ?? {}, path, this.#problems));
  }

  /** The one mapping that a field holds; undefined where it is missing. */
  child(name: string): YamlFields | undefined {
    if (!this.has(name)) return undefined;
    return new YamlFields(this.#fields.raw(name), this.at(name), this.#problems);
  }

  /** A list of texts; undefined where it is missing. */
  texts(name: string): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.rows(name).map(({ value, path }) => {
      if (typeof value === "string") return value;
      if (value !== null) this.note(path, `expected text, got ${nameOf(value)}`);
      return "";
    });
  }

  /** A mapping of names to texts, in its order. */
  textByName(name: string): (readonly [string, string])[] {
    if (!this.has(name)) return [];
    const value = this.#fields.raw(name);
    if (!isRecord(value)) return this.#fields.refuse(name, "expected a mapping", []);
    const fields = new YamlFields(value, this.at(name), this.#problems);
    return Object.keys(value).map((key) => [key, fields.text(key)] as const);
  }

  names(): string[] {
    return isRecord(this.#value) ? Object.keys(this.#value) : [];
  }

  /** The paths of the fields that are none of these. */
  unknown(known: readonly string[]): string[] {
    return this.names()
      .filter((name) => !known.includes(name))
      .map((name) => this.at(name));
  }

  note(path: string, problem: string): void {
    this.#problems.push(`${path}: ${problem}`);
  }
}
