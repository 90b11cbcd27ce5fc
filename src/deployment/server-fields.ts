import { type FieldReader, isRecord } from "../syncer/field-reader.js";

/** Labels by their names. */
export type Labels = Readonly<Record<string, string>>;

/** Text that may be empty, or missing. */
export function looseText(reader: FieldReader, name: string): string {
  const value = reader.raw(name);
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : reader.refuse(name, "expected text", "");
}

/** A number that may be missing; 0 then. */
export function looseNumber(reader: FieldReader, name: string): number {
  const value = reader.raw(name);
  if (value === undefined || value === null) return 0;
  return typeof value === "number" && Number.isFinite(value)
    ? value
    : reader.refuse(name, "expected a number", 0);
}

/** Rows of an array; null, as Go writes an empty list, and a missing one are none. */
export function looseRows<T>(
  reader: FieldReader,
  name: string,
  read: (row: unknown, path: string) => T,
): T[] {
  const value = reader.raw(name);
  return value === undefined || value === null ? [] : reader.rows(name, read);
}

/** A mapping of label names to values. */
export function labelsIn(reader: FieldReader, name: string): Labels {
  const value = reader.raw(name);
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) return reader.refuse(name, "expected labels", {});
  const labels: Record<string, string> = {};
  for (const [label, text] of Object.entries(value)) {
    if (typeof text === "string") labels[label] = text;
    else reader.refuse(name, `expected text for the label ${label}`, {});
  }
  return labels;
}

/** Unix ms of a time as Go prints it; null where it is Go's zero, missing, or no time. */
export function goTime(text: string): number | null {
  const ms = Date.parse(text);
  return Number.isNaN(ms) || ms < 0 ? null : ms;
}
