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
    matches(/ fingerprint=([0-9a-f]{64})(?= |$)/g, withoutQuoted(line)),
  );
}

// One pass: a pattern would look for the end of each quote that is never closed, up to the end of the line.
function withoutQuoted(line: string): string {
  const kept: string[] = [];
  let at = 0;
  while (at < line.length) {
    const quote = line.indexOf('"', at);
    const end = quote === -1 ? -1 : endOfQuoted(line, quote + 1);
    if (end === -1) break;
    kept.push(line.slice(at, quote), '""');
    at = end;
  }
  return kept.join("") + line.slice(at);
}

/** Behind the quote that closes, or -1 where none does. */
function endOfQuoted(line: string, start: number): number {
  for (let at = start; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') return at + 1;
    if (character === "\\") at += 1;
  }
  return -1;
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
