import { basename, join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { compareText } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { CHECKSUMS_FILE, type Checksum, fingerprintOf, parseChecksums, sha256 } from "./checksums.js";
import type { FileSystem } from "./file-system.js";
import { isStagingName } from "./staging.js";

/** One thing that is wrong with an evidence directory. */
export interface Damage {
  readonly kind: "changed" | "missing" | "added" | "not_a_file" | "malformed" | "unreadable";
  /** The file's name. */
  readonly name: string;
  /** One printable line. */
  readonly what: string;
}

/** What `verify` found. The evidence is intact when `damage` is empty. */
export interface Verification {
  readonly damage: readonly Damage[];
  /** How many files have the content that their checksum says. */
  readonly intact: number;
  /** Over the drill's logs and metrics as listed; null where the directory holds no drill. */
  readonly fingerprint: string | null;
}

/**
 * Holds an evidence directory against its checksum file and reports every damage, not the first: a file that
 * was changed, removed, added or replaced by a link or a directory, and a checksum file that was touched.
 *
 * @throws DrillError `bad_input` where there is no such directory, or no evidence in it.
 */
export function verifyEvidence(fs: FileSystem, directory: string): Verification {
  const present = listDirectory(fs, directory);
  refuseUnfinished(fs, directory);
  if (!present.has(CHECKSUMS_FILE) && !present.has("summary.txt")) {
    const what = `${printable(directory)}: no evidence here (neither ${CHECKSUMS_FILE} nor summary.txt)`;
    throw new DrillError("bad_input", `${what}; give a directory that the drill printed`);
  }
  const { checksums, damage: listDamage } = readChecksums(fs, directory, present);
  const fileDamage = checksums.flatMap((checksum) => checkFile(fs, directory, checksum, present));
  const drilled = checksums.some(({ name }) => name.startsWith("drill_"));
  return {
    damage: [...listDamage, ...fileDamage, ...findAdded(present, checksums)],
    intact: checksums.length - fileDamage.length,
    fingerprint: drilled ? fingerprintOf(checksums) : null,
  };
}

// All files may be there already; whether they are on the disk, nobody knows.
function refuseUnfinished(fs: FileSystem, directory: string): void {
  if (!isStagingName(basename(fs.realpathSync(directory)))) return;
  const what = "no evidence, but what a run keeps until it ends; it goes on, or was killed";
  throw new DrillError(
    "bad_input",
    `${printable(directory)}: ${what}; give a directory that the drill printed`,
  );
}

const NOT_LISTED: Readonly<Record<string, string>> = {
  ENOENT: "no such directory",
  ENOTDIR: "this is not a directory",
  EACCES: "this directory may not be read",
};

type Present = ReadonlyMap<string, { readonly isFile: boolean }>;

function listDirectory(fs: FileSystem, directory: string): Present {
  try {
    const entries = fs.readdirSync(directory, { withFileTypes: true });
    return new Map(entries.map((entry) => [entry.name, { isFile: entry.isFile() }]));
  } catch (cause) {
    const what = NOT_LISTED[systemCodeOf(cause) ?? ""] ?? `it cannot be read: ${printable(messageOf(cause))}`;
    throw new DrillError("bad_input", `${printable(directory)}: ${what}; give an evidence directory`, {
      cause,
    });
  }
}

function readChecksums(
  fs: FileSystem,
  directory: string,
  present: Present,
): { checksums: readonly Checksum[]; damage: Damage[] } {
  const found = checkPresence(CHECKSUMS_FILE, present);
  if (found !== undefined) return { checksums: [], damage: [found] };
  const content = readContent(fs, directory, CHECKSUMS_FILE);
  if (!(content instanceof Uint8Array)) return { checksums: [], damage: [content] };
  const { checksums, faults } = parseChecksums(content.toString("utf8"));
  return { checksums, damage: faults.map((what) => damaged("malformed", CHECKSUMS_FILE, what)) };
}

function checkFile(fs: FileSystem, directory: string, checksum: Checksum, present: Present): Damage[] {
  const found = checkPresence(checksum.name, present);
  if (found !== undefined) return [found];
  const content = readContent(fs, directory, checksum.name);
  if (!(content instanceof Uint8Array)) return [content];
  if (sha256(content) === checksum.sha256) return [];
  return [damaged("changed", checksum.name, "its content is not what its checksum says")];
}

function checkPresence(name: string, present: Present): Damage | undefined {
  const entry = present.get(name);
  if (entry === undefined) return damaged("missing", name, "it is not there");
  if (entry.isFile) return undefined;
  return damaged("not_a_file", name, "it is a link, a directory or a device, not a file");
}

function readContent(fs: FileSystem, directory: string, name: string): Buffer | Damage {
  try {
    return fs.readFileSync(join(directory, name));
  } catch (error) {
    return damaged("unreadable", name, printable(messageOf(error)));
  }
}

function findAdded(present: Present, checksums: readonly Checksum[]): Damage[] {
  const listed = new Set([CHECKSUMS_FILE, ...checksums.map(({ name }) => name)]);
  return [...present.keys()]
    .filter((name) => !listed.has(name))
    .sort(compareText)
    .map((name) => damaged("added", name, "no checksum lists it"));
}

function damaged(kind: Damage["kind"], name: string, what: string): Damage {
  return { kind, name: printable(name), what };
}
