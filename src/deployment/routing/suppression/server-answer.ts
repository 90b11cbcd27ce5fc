import { FieldReader, isRecord, nameOf } from "../../../syncer/field-reader.js";
import { refuseBadPaths } from "../configuration/bad-paths.js";
import type { LabelSet } from "../labels.js";

const INSTANT =
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;
/** Go's time that says "no time". */
const NO_TIME = "0001-01-01T00:00:00";

/**
 * Reads the list that an endpoint of Alertmanager's API answers with.
 *
 * @param name of what is listed: `silences`.
 * @throws DrillError `bad_input` with every bad path, such as `silences[0].matchers[1].isRegex`.
 */
export function readAnswer<T>(answer: unknown, name: string, read: (row: AnswerFields) => T): T[] {
  const problems: string[] = [];
  const fields = new FieldReader({ [name]: answer }, "", problems);
  const rows = fields.rows(name, (row, path) => read(new AnswerFields(row, path, problems)));
  refuseBadPaths(problems, `Alertmanager's answer`);
  return rows;
}

/** The fields of one row, with what Alertmanager's API has beside the usual kinds. */
export class AnswerFields extends FieldReader {
  readonly #path: string;
  readonly #problems: string[];

  constructor(value: unknown, path: string, problems: string[]) {
    super(value, path, problems);
    this.#path = path;
    this.#problems = problems;
  }

  /** Unix ms; Infinity for "no time". */
  instant(name: string): number {
    const value = this.raw(name);
    if (typeof value !== "string" || !INSTANT.test(value)) return this.refuse(name, "expected a time", 0);
    if (value.startsWith(NO_TIME)) return Number.POSITIVE_INFINITY;
    const moment = Date.parse(value);
    return Number.isNaN(moment) ? this.refuse(name, "expected a time", 0) : moment;
  }

  /** Text that may be empty or missing. */
  anyText(name: string): string {
    const value = this.raw(name) ?? "";
    return typeof value === "string" ? value : this.refuse(name, "expected text", "");
  }

  labels(name: string): LabelSet {
    const value = this.raw(name);
    if (!isRecord(value)) return this.refuse(name, "expected labels", {});
    return Object.fromEntries(
      Object.entries(value).map(([label, text]) => {
        if (typeof text === "string") return [label, text];
        this.#problems.push(`${this.#path}.${name}.${label}: expected text, got ${nameOf(text)}`);
        return [label, ""];
      }),
    );
  }

  each<T>(name: string, read: (row: AnswerFields) => T): T[] {
    return this.rows(name, (row, path) => read(new AnswerFields(row, path, this.#problems)));
  }
}
