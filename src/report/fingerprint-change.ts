import type { Checksum } from "../evidence/checksums.js";

const SHORT_DIGITS = 12;
const MOST_PLACES = 6;
const DRILL_FILE = /^drill_([a-z]|life)_(log|metrics)\.txt(?: of seed [0-9]+)?$/;
const OF_SEED = / of seed [0-9]+$/;

/** The drill's logs and metrics by name, each with the first digits of its checksum. */
export type DrillFingerprints = Readonly<Record<string, string>>;

/** As many digits of a checksum as a reader compares. */
export function shortFingerprint(sha256: string): string {
  return sha256.slice(0, SHORT_DIGITS);
}

/**
 * What is kept of a run so that the next one can say what changed.
 *
 * @param seed of the days of trading, whose files are named with it.
 */
export function drillFingerprints(checksums: readonly Checksum[], seed?: number): DrillFingerprints {
  const drilled = checksums.filter(({ name }) => name.startsWith("drill_"));
  return Object.fromEntries(
    drilled.map(({ name, sha256 }) => [nameWithSeed(name, seed), shortFingerprint(sha256)]),
  );
}

/** What follows the fingerprint: whether the pipeline does what it did before, and if not, where it differs. */
export function describeChange(previous: DrillFingerprints | null, current: DrillFingerprints): string {
  if (previous === null) return "is the first here";
  const names = [...new Set([...Object.keys(previous), ...Object.keys(current)])].sort();
  const isComparable = (name: string) =>
    !OF_SEED.test(name) || [previous, current].every((one) => digestOf(one, name) !== undefined);
  const seed = names.every(isComparable) ? "" : ", but for the days of another seed";
  const changed = names.filter(
    (name) => isComparable(name) && digestOf(previous, name) !== digestOf(current, name),
  );
  if (changed.length === 0) return `unchanged since the last comment${seed}`;
  const places = groupByDrill(changed, (name) => kindOf(name, previous, current));
  const shown = places.slice(0, MOST_PLACES);
  const more = places.length > shown.length ? ", and more" : "";
  return `changed since the last comment: ${shown.join(", ")}${more}`;
}

// Days of another seed are other days: there is nothing to compare.
function nameWithSeed(name: string, seed: number | undefined): string {
  return seed !== undefined && name.startsWith("drill_life_") ? `${name} of seed ${seed}` : name;
}

/** `drill B (log, metrics)` for each drill that files belong to. */
function groupByDrill(names: readonly string[], describe: (name: string) => string): string[] {
  const kinds = new Map<string, string[]>();
  for (const name of names) {
    const [, letter] = DRILL_FILE.exec(name) ?? [];
    const place = letter === undefined ? "another file" : placeOf(letter);
    kinds.set(place, [...(kinds.get(place) ?? []), describe(name)]);
  }
  return [...kinds].map(([place, all]) => `${place} (${[...new Set(all)].join(", ")})`);
}

function placeOf(id: string): string {
  return id.length === 1 ? `drill ${id.toUpperCase()}` : "days of trading";
}

function kindOf(name: string, previous: DrillFingerprints, current: DrillFingerprints): string {
  const [, , kind = "text"] = DRILL_FILE.exec(name) ?? [];
  if (digestOf(previous, name) === undefined) return `${kind} new`;
  return digestOf(current, name) === undefined ? `${kind} gone` : kind;
}

function digestOf(fingerprints: DrillFingerprints, name: string): string | undefined {
  return Object.hasOwn(fingerprints, name) ? fingerprints[name] : undefined;
}
