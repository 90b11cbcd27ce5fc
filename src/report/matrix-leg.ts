import { isRecord } from "../syncer/field-reader.js";

/**
 * A leg of a matrix in words: `{"node": "20"}` is `node 20`. What is no JSON object stays as it is, and so does one
 * that is nested deeper than JSON.stringify can go.
 */
export function legWords(leg: string): string {
  try {
    const value: unknown = JSON.parse(leg);
    return isRecord(value) ? Object.entries(value).map(partWords).join(", ") : leg;
  } catch {
    return leg;
  }
}

function partWords([name, part]: readonly [string, unknown]): string {
  return `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`;
}
