import { settleProblem } from "../drill/settle-problem.js";
import { DrillError } from "../errors.js";
import { snapshotToWire } from "../syncer/canonical-snapshot.js";
import { FieldReader, nameOf } from "../syncer/field-reader.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { parseCcxt } from "../syncer/parse-ccxt.js";
import { parseJson, parseSnapshot, refuseProblems } from "../syncer/parse-snapshot.js";
import type { Settle } from "../syncer/settling.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";
import type { Expectation, HistoryLine } from "./history.js";
import { inField } from "./in-field.js";
import { readKnown } from "./read-known.js";

const FIELDS = ["at", "settle", "restart", "known", "format", "snapshot", "fetch_error", "expect"];
const EXPECT_FIELDS = ["mismatches", "error"];
const NO_WIRE = null;

/**
 * Reads one line of a history.
 *
 * @param line its number, from 1.
 * @throws DrillError `bad_input`, its message led by the line's number.
 */
export function readLine(text: string, line: number): { line: HistoryLine; settle: Settle | null } {
  try {
    if (text.trim() === "") throw new DrillError("bad_input", "it is empty");
    const problems: string[] = [];
    const fields = new FieldReader(parseJson(text), "", problems);
    const read = {
      line: { line, text, ...readSync(fields, problems) },
      settle: readSettle(fields, line, problems),
    };
    refuseProblems(problems);
    return read;
  } catch (cause) {
    if (!(cause instanceof DrillError)) throw cause;
    const { details } = cause;
    throw new DrillError("bad_input", `line ${line}: ${cause.message}`, { cause, details });
  }
}

function readSync(fields: FieldReader, problems: string[]): Omit<HistoryLine, "line" | "text"> {
  fields.only(FIELDS);
  const format =
    fields.raw("format") === undefined ? "canonical" : fields.oneOf("format", ["canonical", "ccxt"]);
  return {
    at: fields.timestamp("at"),
    restart: fields.raw("restart") === undefined ? false : fields.boolean("restart"),
    known: readKnown(fields, problems),
    ...readAnswer(fields, format, problems),
    expect: readExpect(fields, problems),
  };
}

function readAnswer(fields: FieldReader, format: "canonical" | "ccxt", problems: string[]) {
  const [snapshot, fetchError] = [fields.raw("snapshot"), fields.raw("fetch_error")];
  if (fetchError !== undefined) {
    if (snapshot !== undefined) fields.refuse("snapshot", "expected none beside a fetch_error", null);
    return { snapshot: NO_WIRE, fetchError: fields.oneOf("fetch_error", FETCH_ERROR_REASONS) };
  }
  if (snapshot === undefined) fields.refuse("snapshot", "expected a snapshot, or a fetch_error", null);
  const parsed =
    snapshot === undefined
      ? null
      : inField("snapshot", problems, () =>
          format === "ccxt" ? parseCcxt(snapshot, { needsTimestamp: true }) : parseSnapshot(snapshot),
        );
  return { snapshot: parsed === null ? NO_WIRE : snapshotToWire(parsed), fetchError: null };
}

function readExpect(fields: FieldReader, problems: string[]): Expectation | null {
  const value = fields.raw("expect");
  if (value === undefined) return null;
  const expect = new FieldReader(value, "expect", problems);
  expect.only(EXPECT_FIELDS);
  const ruleAt = (rule: unknown, path: string) => {
    const known = MISMATCH_RULES.find((one) => one === rule);
    if (known !== undefined) return [known];
    problems.push(`${path}: expected ${MISMATCH_RULES.join(", ")}, got ${nameOf(rule)}`);
    return [];
  };
  return {
    mismatches: expect.rows("mismatches", ruleAt).flat(),
    error: expect.optional("error", (name) => expect.oneOf(name, FETCH_ERROR_REASONS)),
  };
}

function readSettle(fields: FieldReader, line: number, problems: string[]): Settle | null {
  const value = fields.raw("settle");
  if (value === undefined) return null;
  if (line > 1) return fields.refuse("settle", "expected on the first line alone", null);
  const settle = new FieldReader(value, "settle", problems);
  settle.only(["syncs", "ms"]);
  const read = { syncs: settle.integer("syncs"), ms: settle.integer("ms") };
  const problem = settleProblem(read);
  if (problem !== null) problems.push(`settle: ${problem}`);
  return read;
}
