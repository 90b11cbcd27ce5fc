import { isRecord } from "../../syncer/field-reader.js";

/** Where evidence says its own fingerprint, and how it stands there. */
const READERS: ReadonlyMap<string, (text: string) => string[]> = new Map([
  ["summary.txt", inSummary],
  ["results.json", inResults],
]);

/** Every fingerprint that a file of evidence says the evidence has; most files say none. */
export function saidFingerprints(name: string, content: Uint8Array): string[] {
  return READERS.get(name)?.(Buffer.from(content).toString("utf8")) ?? [];
}

function inSummary(text: string): string[] {
  return [...matches(/^fingerprint: ([0-9a-f]{64})$/gm, text), ...inReferences(text)];
}

// A value in double quotes, such as a directory, may itself look like a pair.
function inReferences(text: string): string[] {
  return matches(/^EVIDENCE_REF .*$/gm, text).flatMap((line) =>
    matches(/ fingerprint=([0-9a-f]{64})(?= |$)/g, line.replace(/"(?:[^"\\]|\\.)*"/g, '""')),
  );
}

function inResults(text: string): string[] {
  const results = parsed(text);
  if (!isRecord(results)) return [];
  const { fingerprint, evidence_ref: reference } = results;
  return [
    ...(typeof fingerprint === "string" ? [fingerprint] : []),
    ...(typeof reference === "string" ? inReferences(reference) : []),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function matches(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([whole, group]) => group ?? whole);
}
