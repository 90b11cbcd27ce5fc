import type { Checksum } from "../evidence/checksums.js";

const SHORT_DIGITS = 12;
const MOST_DRILLS = 6;
const DRILL_FILE = /^drill_([a-z]|life)_(?:log|metrics)\.txt(?: of seed [0-9]+)?$/;
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
  return `changed in ${placesOf(changed)} since the last comment`;
}

// Days of another seed are other days: there is nothing to compare.
function nameWithSeed(name: string, seed: number | undefined): string {
  return seed !== undefined && name.startsWith("drill_life_") ? `${name} of seed ${seed}` : name;
}

/** `drill B`, `drills A, B`, `the days of trading`, `another file`: what these files belong to. */
function placesOf(names: readonly string[]): string {
  const ids = [...new Set(names.map((name) => DRILL_FILE.exec(name)?.[1]))];
  const letters = ids.filter((id) => id?.length === 1).map((id) => id?.toUpperCase());
  const more = letters.length > MOST_DRILLS ? " and more" : "";
  return [
    ...(letters.length === 0
      ? []
      : [`${letters.length === 1 ? "drill" : "drills"} ${letters.slice(0, MOST_DRILLS).join(", ")}${more}`]),
    ...(ids.includes("life") ? ["the days of trading"] : []),
    ...(ids.includes(undefined) ? ["another file"] : []),
  ].join(" and ");
}

function digestOf(fingerprints: DrillFingerprints, name: string): string | undefined {
  return Object.hasOwn(fingerprints, name) ? fingerprints[name] : undefined;
}
