import { join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { printable } from "../syncer/printable.js";
import { prepareArtifactRoot } from "./artifact-root.js";
import { CHECKSUMS_FILE, checksumsOf, renderChecksums } from "./checksums.js";
import type { FileSystem } from "./file-system.js";

const MOST_RUNS_IN_ONE_SECOND = 1000;

/**
 * An evidence directory in the making. It appears under its name whole or not at all: files are written to a
 * hidden directory beside it, synced, and the directory is renamed when everything is there (contract, section 6).
 */
export class EvidenceBundle {
  /** The path the evidence will have, below the artifact directory as it was given. */
  readonly directory: string;
  readonly #fs: FileSystem;
  readonly #parent: string;
  readonly #staging: string;
  readonly #files = new Map<string, string>();

  private constructor(fs: FileSystem, parent: string, name: string) {
    this.#fs = fs;
    this.#parent = parent;
    this.directory = join(parent, name);
    this.#staging = join(parent, stagingName(name));
  }

  /**
   * Claims a name made of the start time. Two runs in one second get two names: `...Z` and `...Z-2`.
   *
   * @param kind the directory of this kind of evidence, such as `account_sync_fire_drill`.
   * @param startedAt Unix ms.
   * @throws DrillError `evidence_not_written`.
   */
  static open(
    fs: FileSystem,
    place: { readonly artifactDir: string; readonly kind: string },
    startedAt: number,
  ): EvidenceBundle {
    return orNotWritten(place.artifactDir, () => {
      const parent = prepareArtifactRoot(fs, place.artifactDir, place.kind);
      const base = timestampName(startedAt);
      for (let run = 1; run <= MOST_RUNS_IN_ONE_SECOND; run++) {
        const name = run === 1 ? base : `${base}-${run}`;
        if (claim(fs, parent, name)) return new EvidenceBundle(fs, parent, name);
      }
      throw new Error(`${MOST_RUNS_IN_ONE_SECOND} runs in one second`);
    });
  }

  /**
   * Adds a file. It is on its way to the disk, but not synced before {@link commit}.
   *
   * @throws DrillError `evidence_not_written`; nothing is left behind.
   */
  add(name: string, text: string): void {
    this.#orAbort(() => {
      this.#fs.writeFileSync(join(this.#staging, name), text, { flag: "wx" });
      this.#files.set(name, text);
    });
  }

  /** The files added so far, by name. */
  get files(): ReadonlyMap<string, string> {
    return this.#files;
  }

  /**
   * Writes the checksums, syncs everything and gives the directory its name.
   *
   * @throws DrillError `evidence_not_written`; nothing is left behind.
   */
  commit(): void {
    this.add(CHECKSUMS_FILE, renderChecksums(checksumsOf(this.#files)));
    this.#orAbort(() => {
      for (const name of this.#files.keys()) syncFile(this.#fs, join(this.#staging, name));
      syncDirectory(this.#fs, this.#staging);
      this.#fs.renameSync(this.#staging, this.directory);
      syncDirectory(this.#fs, this.#parent);
    });
  }

  /** Removes what was written, for a run that ends early. */
  abort(): void {
    this.#fs.rmSync(this.#staging, { recursive: true, force: true });
  }

  #orAbort(work: () => void): void {
    try {
      orNotWritten(this.directory, work);
    } catch (error) {
      this.#abortQuietly();
      throw error;
    }
  }

  #abortQuietly(): void {
    try {
      this.abort();
    } catch {
      // The first error is the one to tell.
    }
  }
}

/** `YYYYMMDDTHHMMSSZ` of Unix ms, in UTC. */
export function timestampName(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

// Making the hidden directory is atomic, so it decides between two runs that want the same name.
function claim(fs: FileSystem, parent: string, name: string): boolean {
  const staging = join(parent, stagingName(name));
  try {
    fs.mkdirSync(staging);
  } catch (error) {
    if (systemCodeOf(error) === "EEXIST") return false;
    throw error;
  }
  if (!fs.existsSync(join(parent, name))) return true;
  fs.rmSync(staging, { recursive: true });
  return false;
}

function stagingName(name: string): string {
  return `.${name}.partial`;
}

const NO_DIRECTORY_SYNC = new Set(["EISDIR", "EPERM", "EINVAL"]);

// Windows and some network file systems cannot sync a directory; there the rename alone has to do.
function syncDirectory(fs: FileSystem, path: string): void {
  try {
    syncFile(fs, path, "r");
  } catch (error) {
    if (!NO_DIRECTORY_SYNC.has(systemCodeOf(error) ?? "")) throw error;
  }
}

function syncFile(fs: FileSystem, path: string, flags = "r+"): void {
  const descriptor = fs.openSync(path, flags);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function orNotWritten<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new DrillError(
      "evidence_not_written",
      `evidence could not be written to ${printable(place)}: ${printable(messageOf(cause))}; ` +
        "free the place or choose another with --artifact-dir",
      { cause },
    );
  }
}
