import { join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { printable } from "../syncer/printable.js";
import { prepareArtifactRoot } from "./artifact-root.js";
import { CHECKSUMS_FILE, checksumsOf, renderChecksums } from "./checksums.js";
import type { FileSystem } from "./file-system.js";
import { syncDirectory, syncFiles } from "./sync-to-disk.js";

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
  /** Where the files are now: the hidden directory, and after the rename the evidence's own. */
  #location: string;
  readonly #files = new Map<string, string>();

  private constructor(fs: FileSystem, parent: string, name: string) {
    this.#fs = fs;
    this.#parent = parent;
    this.directory = join(parent, name);
    this.#location = join(parent, stagingName(name));
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
    try {
      const parent = prepareArtifactRoot(fs, place.artifactDir, place.kind);
      return new EvidenceBundle(fs, parent, claimName(fs, parent, timestampName(startedAt)));
    } catch (cause) {
      throw notWritten(place.artifactDir, cause);
    }
  }

  /**
   * Adds a file. It is on its way to the disk, but not synced before {@link commit}.
   *
   * @throws DrillError `evidence_not_written`; nothing is left behind.
   */
  add(name: string, text: string): void {
    try {
      this.#fs.writeFileSync(join(this.#location, name), text, { flag: "wx" });
      this.#files.set(name, text);
    } catch (cause) {
      this.abort();
      throw notWritten(this.directory, cause);
    }
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
  async commit(): Promise<void> {
    this.add(CHECKSUMS_FILE, renderChecksums(checksumsOf(this.#files)));
    const paths = [...this.#files.keys()].map((name) => join(this.#location, name));
    try {
      await syncFiles(this.#fs, paths);
      syncDirectory(this.#fs, this.#location);
      this.#fs.renameSync(this.#location, this.directory);
      this.#location = this.directory;
      syncDirectory(this.#fs, this.#parent);
    } catch (cause) {
      this.abort();
      throw notWritten(this.directory, cause);
    }
  }

  /** Removes what was written, for a run that ends early. */
  abort(): void {
    try {
      this.#fs.rmSync(this.#location, { recursive: true, force: true });
    } catch {
      // Why the run ended is what to tell, not that its rest could not be removed.
    }
  }
}

/** `YYYYMMDDTHHMMSSZ` of Unix ms, in UTC. */
export function timestampName(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function claimName(fs: FileSystem, parent: string, base: string): string {
  for (let run = 1; run <= MOST_RUNS_IN_ONE_SECOND; run++) {
    const name = run === 1 ? base : `${base}-${run}`;
    if (claim(fs, parent, name)) return name;
  }
  throw new Error(`${MOST_RUNS_IN_ONE_SECOND} runs in one second`);
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

function notWritten(place: string, cause: unknown): DrillError {
  return new DrillError(
    "evidence_not_written",
    `evidence could not be written to ${printable(place)}: ${printable(messageOf(cause))}; ` +
      "free the place or choose another with --artifact-dir",
    { cause },
  );
}
