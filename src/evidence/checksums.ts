import { hash } from "node:crypto";
import { compareText } from "../syncer/canonical-json.js";
import { sameNameAs } from "./same-name.js";

/** The file that lists the checksum of every other file of an evidence directory. */
export const CHECKSUMS_FILE = "sha256sums.txt";

/** One line of the checksum file. */
export interface Checksum {
  readonly name: string;
  /** 64 lowercase hex digits. */
  readonly sha256: string;
}

/** The sha256 of text (as UTF-8) or bytes, as 64 lowercase hex digits. */
export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}

/** The checksums of named texts, sorted by name. */
export function checksumsOf(files: ReadonlyMap<string, string>): Checksum[] {
  return [...files]
    .map(([name, text]) => ({ name, sha256: sha256(text) }))
    .sort((a, b) => compareText(a.name, b.name));
}

/** The checksum file's text, in the format of coreutils: `sha256sum -c sha256sums.txt` takes it. */
export function renderChecksums(checksums: readonly Checksum[]): string {
  return checksums.map(checksumLine).join("");
}

/**
 * One hash for what the pipeline did: the sha256 over the sorted checksum lines of the `drill_*` files
 * (contract, section 6), of an audit or a ring over its `check_*` file. The same pipeline gives the same fingerprint on any machine. In a shell:
 * `grep ' drill_' sha256sums.txt | LC_ALL=C sort | sha256sum`.
 */
export function fingerprintOf(checksums: readonly Checksum[]): string {
  const drilled = checksums.filter(isFingerprinted);
  return sha256(drilled.map(checksumLine).sort(compareText).join(""));
}

/** Whether the fingerprint is made of a file: a drill's log or metrics, or the configuration that was audited. */
export function isFingerprinted({ name }: Checksum): boolean {
  return /^(?:drill|check)_/.test(name);
}

const NOT_A_FILE: ReadonlySet<string> = new Set([CHECKSUMS_FILE, ".", ".."]);
const LINE = /^([0-9a-f]{64}) {2}([^/\\\p{Cc}]+)$/u;

/**
 * Reads a checksum file strictly: exactly what {@link renderChecksums} writes, sorted, each name once,
 * so that no change of the file itself goes unseen. `faults` says what is wrong, with the line number.
 */
export function parseChecksums(text: string): {
  readonly checksums: readonly Checksum[];
  readonly faults: readonly string[];
} {
  const checksums: Checksum[] = [];
  const faults: string[] = [];
  const alike = new Set<string>();
  const lines = text.split("\n");
  if (lines.pop() !== "") faults.push("the last line does not end with a newline");
  for (const [index, line] of lines.entries()) {
    const [, digest, name] = LINE.exec(line) ?? [];
    if (digest === undefined || name === undefined || NOT_A_FILE.has(name)) {
      faults.push(`line ${index + 1} is not a checksum line`);
      continue;
    }
    const what = whyNotNext(name, checksums.at(-1)?.name, alike);
    if (what !== null) faults.push(`line ${index + 1} ${what}`);
    alike.add(sameNameAs(name));
    checksums.push({ name, sha256: digest });
  }
  if (checksums.length === 0) faults.push("it lists no file");
  return { checksums, faults };
}

function whyNotNext(name: string, previous: string | undefined, alike: ReadonlySet<string>): string | null {
  if (previous !== undefined && compareText(previous, name) >= 0) return "is out of order or repeated";
  if (!alike.has(sameNameAs(name))) return null;
  return "names a file like another, but for capitals or how an accent is written";
}

function checksumLine({ name, sha256: digest }: Checksum): string {
  return `${digest}  ${name}\n`;
}
