import type { Names } from "../drill/names.js";
import { DrillError } from "../errors.js";
import { isRecord, nameOf } from "../syncer/field-reader.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { quoted } from "../syncer/printable.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";

const KINDS = { rules: MISMATCH_RULES, reasons: FETCH_ERROR_REASONS } as const;

/**
 * Reads `{"rules": {"duplicate_key": "DuplicateRow"}, "reasons": {"timeout": "RequestTimeout"}}`.
 *
 * @throws DrillError `bad_input` that names the path.
 */
export function parseNames(value: unknown): Names {
  if (!isRecord(value)) throw refusal("", `expected an object, got ${nameOf(value)}`);
  const unknown = Object.keys(value).find((key) => key !== "rules" && key !== "reasons");
  if (unknown !== undefined) throw refusal(unknown, "expected rules and reasons, and nothing else");
  return { rules: readKind("rules", value.rules), reasons: readKind("reasons", value.reasons) };
}

function readKind(kind: keyof typeof KINDS, value: unknown): ReadonlyMap<string, string> {
  if (value === undefined) return new Map();
  if (!isRecord(value)) throw refusal(kind, `expected an object, got ${nameOf(value)}`);
  const known: readonly string[] = KINDS[kind];
  const pairs = Object.entries(value).map(([ours, theirs]): [string, string] => {
    const path = `${kind}.${ours}`;
    if (!known.includes(ours)) throw refusal(path, `no such name here; there are ${known.join(", ")}`);
    if (typeof theirs === "string" && theirs !== "") return [ours, theirs];
    throw refusal(path, `expected your name for it, got ${nameOf(theirs)}`);
  });
  const calls = new Map(pairs);
  const all = known.map((ours) => calls.get(ours) ?? ours);
  const twice = all.find((theirs, at) => all.indexOf(theirs) !== at);
  if (twice === undefined) return calls;
  throw refusal(kind, `${quoted(twice)} would be the name of two: the drill could not tell them apart`);
}

function refusal(path: string, what: string): DrillError {
  return new DrillError("bad_input", path === "" ? what : `${path}: ${what}`);
}
