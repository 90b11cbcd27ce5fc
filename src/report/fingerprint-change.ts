import type { Checksum } from "../evidence/checksums.js";

const SHORT_DIGITS = 12;
const MOST_FILES = 6;

/** The drill's logs and metrics by name, each with the first digits of its checksum. */
export type DrillFingerprints = Readonly<Record<string, string>>;

/** As many digits of a checksum as a reader compares. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, SHORT_DIGITS);
}

/** What is kept of a run so that the next one can say what changed. */
export function drillFingerprints(checksums: readonly Checksum[]): DrillFingerprints {
  const drilled = checksums.filter(({ name }) => name.startsWith("drill_"));
  return Object.fromEntries(drilled.map(({ name, sha256 }) => [name, shortFingerprint(sha256)]));
}

/** What follows the fingerprint: whether the pipeline does what it did before, and if not, where it differs. */
export function describeChange(previous: DrillFingerprints | null, current: DrillFingerprints): string {
  if (previous === null) return "the first here";
  const names = [...new Set([...Object.keys(previous), ...Object.keys(current)])].sort();
  const changed = names.filter((name) => digestOf(previous, name) !== digestOf(current, name));
  if (changed.length === 0) return "unchanged since the last comment";
  const shown = changed.slice(0, MOST_FILES).map((name) => describe(name, previous, current));
  const more = changed.length - shown.length;
  return `changed since the last comment (${[...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ")})`;
}

function describe(name: string, previous: DrillFingerprints, current: DrillFingerprints): string {
  const [, letter, kind] = /^drill_([a-z])_(log|metrics)\.txt$/.exec(name) ?? [];
  const what = letter === undefined ? "a file" : `${kind} of drill ${letter.toUpperCase()}`;
  const isSeveral = kind === "metrics";
  if (digestOf(previous, name) === undefined) return `${what} ${isSeveral ? "are" : "is"} new`;
  if (digestOf(current, name) === undefined) return `${what} ${isSeveral ? "are" : "is"} gone`;
  return `${what} ${isSeveral ? "differ" : "differs"}`;
}

function digestOf(fingerprints: DrillFingerprints, name: string): string | undefined {
  return Object.hasOwn(fingerprints, name) ? fingerprints[name] : undefined;
}
