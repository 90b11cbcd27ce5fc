import { isRecord } from "../syncer/field-reader.js";

/** A leg of a matrix in words: `{"node": "20"}` is `node 20`. What is no JSON object stays as it is. */
export function legWords(leg: string): string {
  const value = parse(leg);
  if (!isRecord(value)) return leg;
  return Object.entries(value)
    .map(([name, part]) => `${name} ${typeof part === "string" ? part : JSON.stringify(part)}`)
    .join(", ");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
