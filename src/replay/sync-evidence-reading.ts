import { DrillError, messageOf } from "../errors.js";
import type { EvidenceSource } from "../evidence/read/evidence-source.js";
import type { JsonValue } from "../syncer/canonical-json.js";
import { snapshotToWire } from "../syncer/canonical-snapshot.js";
import { FieldReader, isRecord } from "../syncer/field-reader.js";
import { knownToWire } from "../syncer/known-wire.js";
import { parseExpected } from "../syncer/parse-expected.js";
import { parseJson, parseSnapshot, refuseProblems } from "../syncer/parse-snapshot.js";
import { printable } from "../syncer/printable.js";
import { FETCH_ERROR_REASONS, type FetchErrorReason } from "../syncer/sync-result.js";
import { timeOfName } from "./evidence-name.js";

const SNAPSHOT = "account_snapshot.json";
const KNOWN = "known.json";

/** What the evidence of one sync says of it. */
export interface EvidencedSync {
  /** The directory's name. */
  readonly name: string;
  /** Unix ms of the syncer's clock. */
  readonly at: number;
  /** In wire form; null where nothing was told, or where the evidence does not say. */
  readonly known: JsonValue;
  readonly saysKnown: boolean;
  /** In wire form; null where the fetch failed. */
  readonly snapshot: JsonValue;
  readonly fetchError: FetchErrorReason | null;
  /** The rules that fired, in order. */
  readonly found: readonly string[];
}

/**
 * Reads the evidence that one sync left.
 *
 * @param name of its directory, which tells the time where the evidence does not.
 * @throws DrillError `bad_input` that names the evidence, the file and the path.
 */
export function readSyncEvidence(source: EvidenceSource, name: string): EvidencedSync {
  const place = printable(source.path);
  if (!source.entries.has(SNAPSHOT)) {
    throw new DrillError("bad_input", `${place}: no evidence of a sync (${SNAPSHOT} is not there)`);
  }
  const read = <T>(file: string, parse: (text: string) => T): T => {
    try {
      return parse(Buffer.from(source.read(file)).toString("utf8"));
    } catch (cause) {
      throw new DrillError("bad_input", `${place}: ${file}: ${printable(messageOf(cause))}`, { cause });
    }
  };
  const summary = read("summary.txt", (text) => text);
  const at = timeIn(summary) ?? timeOfName(name);
  if (at === null)
    throw new DrillError("bad_input", `${place}: neither its summary.txt nor its name says when it was`);
  const saysKnown = source.entries.has(KNOWN);
  const snapshot = read(SNAPSHOT, readSnapshot);
  return {
    ...{ name, at, saysKnown, snapshot },
    known: saysKnown ? read(KNOWN, readKnown) : null,
    fetchError: snapshot === null ? reasonIn(summary) : null,
    found: read("mismatches.json", readRules),
  };
}

function readSnapshot(text: string): JsonValue {
  const value = parseJson(text);
  return value === null ? null : snapshotToWire(parseSnapshot(value));
}

function readKnown(text: string): JsonValue {
  const value = parseJson(text);
  return value === null ? null : knownToWire(parseExpected(value));
}

function readRules(text: string): string[] {
  const problems: string[] = [];
  const list = new FieldReader({ mismatches: parseJson(text) }, "", problems);
  const rules = list.rows("mismatches", (row, path) => {
    if (isRecord(row)) return new FieldReader(row, path, problems).text("rule");
    return list.refuse("mismatches", "expected a rule and a detail in each", "");
  });
  refuseProblems(problems);
  return rules;
}

function timeIn(summary: string): number | null {
  const [, digits] = /^at: ([0-9]{1,16})\n/.exec(summary) ?? [];
  const at = Number(digits);
  return digits !== undefined && Number.isSafeInteger(at) ? at : null;
}

function reasonIn(summary: string): FetchErrorReason {
  const [, said] = /^error: ([a-z_]+): /m.exec(summary) ?? [];
  return FETCH_ERROR_REASONS.find((reason) => reason === said) ?? "unknown";
}
