import type { Checksum } from "../evidence/checksums.js";

const SHORT_DIGITS = 12;
const MOST_DRILLS = 6;
const DRILL_FILE = /^drill_([a-z])_(?:log|metrics)\.txt$/;

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
  if (previous === null) return "is the first here";
  const names = [...new Set([...Object.keys(previous), ...Object.keys(current)])].sort();
  const changed = names.filter((name) => digestOf(previous, name) !== digestOf(current, name));
  if (changed.length === 0) return "unchanged since the last comment";
  return `changed in ${placesOf(changed)} since the last comment`;
}

/** `drill B`, `drills A, B`, `another file`: what these files belong to. */
function placesOf(names: readonly string[]): string {
  const letters = [...new Set(names.map((name) => DRILL_FILE.exec(name)?.[1]?.toUpperCase()))];
  const drills = letters.filter((letter) => letter !== undefined);
  const more = drills.length > MOST_DRILLS ? " and more" : "";
  return [
    ...(drills.length === 0
      ? []
      : [`${drills.length === 1 ? "drill" : "drills"} ${drills.slice(0, MOST_DRILLS).join(", ")}${more}`]),
    ...(drills.length === letters.length ? [] : ["another file"]),
  ].join(" and ");
}

function digestOf(fingerprints: DrillFingerprints, name: string): string | undefined {
  return Object.hasOwn(fingerprints, name) ? fingerprints[name] : undefined;
}
