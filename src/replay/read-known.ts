import { type FieldReader, isRecord } from "../syncer/field-reader.js";
import { knownToWire } from "../syncer/known-wire.js";
import { parseExpected } from "../syncer/parse-expected.js";
import type { HistoryLine } from "./history.js";
import { inField } from "./in-field.js";

/** Reads what the system believed: null, ids alone as a list, or `{"order_ids"?, "orders"?, "positions"?}`. */
export function readKnown(fields: FieldReader, problems: string[]): HistoryLine["known"] {
  const value = fields.raw("known");
  if (value === null) return null;
  if (!Array.isArray(value) && !isRecord(value)) {
    return fields.refuse("known", "expected null, a list of order ids, or an object", null);
  }
  const read = () => knownToWire(parseExpected(Array.isArray(value) ? { order_ids: value } : value));
  const own: string[] = [];
  const known = inField("known", own, read);
  problems.push(...own.map((one) => (Array.isArray(value) ? one.replace("known.order_ids", "known") : one)));
  return isRecord(known) ? known : null;
}
