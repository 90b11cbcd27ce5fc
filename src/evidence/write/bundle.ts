import { basename, join } from "node:path";
import { DrillError, messageOf, systemCodeOf } from "../../errors.js";
import { printable } from "../../syncer/printable.js";
import { CHECKSUMS_FILE, checksumsOf, renderChecksums } from "../checksums.js";
import type { FileSystem } from "../file-system.js";
import { stagingName, sweepDeadRuns } from "../staging.js";
import { timestampName } from "../timestamp-name.js";
import { hideFromGit, prepareArtifactRoot } from "./artifact-root.js";
import { refuseLinkOut } from "./link-out.js";
import { syncDirectory, syncFiles } from "./sync-to-disk.js";

const MOST_RUNS_IN_ONE_SECOND = 1000;

/** Where a bundle goes. */
export interface EvidencePlace {
  readonly artifactDir: string;
  /** The directory of this kind of evidence, such as `account_sync_fire_drill`. */
  readonly kind: string;
  /** No link on the way to the evidence may lead out of here; without it, out of the working directory. */
  readonly workspace?: string;
}

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
  #isOver = false;

  private constructor(fs: FileSystem, parent: string, name: string) {
    this.#fs = fs;
    this.#parent = parent;
    this.directory = join(parent, name);
    this.#location = join(parent, stagingName(name));
  }

  /**
   * Claims a name made of the start time. Two runs in one second get two names: `...Z` and `...Z-2`.
   *
   * @param startedAt Unix ms.
   * @throws DrillError `evidence_not_written`; nothing is left behind.
   */
  static open(fs: FileSystem, place: EvidencePlace, startedAt: number): EvidenceBundle {
    const { artifactDir, kind, workspace = "." } = place;
    try {
      refuseLinkOut(fs, workspace, join(artifactDir, kind));
      const parent = prepareArtifactRoot(fs, artifactDir, kind);
      sweepDeadRuns(fs, parent, startedAt);
      const bundle = new EvidenceBundle(fs, parent, claimName(fs, parent, timestampName(startedAt)));
      bundle.#hideFromGit(artifactDir, kind);
      return bundle;
    } catch (cause) {
      throw notWritten(artifactDir, cause);
    }
  }

  #hideFromGit(artifactDir: string, kind: string): void {
    try {
      hideFromGit(this.#fs, artifactDir, kind, this.#location);
    } catch (error) {
      this.abort();
      throw error;
    }
  }

  /**
   * Adds a file. It is on its way to the disk, but not synced before {@link commit}.
   *
   * @throws DrillError `evidence_not_written`; nothing is left behind.
   */
  add(name: string, text: string): void {
    try {
      if (this.#isOver) throw new Error("the run has ended");
      this.#fs.writeFileSync(join(this.#location, name), text, { flag: "wx" });
      this.#files.set(name, text);
    } catch (cause) {
      this.abort();
      throw notWritten(this.directory, cause);
    }
  }

  /** Whether the evidence is in its place. */
  get isWhole(): boolean {
    return this.#location === this.directory;
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
      this.#isOver = true;
    } catch (cause) {
      this.abort();
      throw notWritten(this.directory, cause);
    }
  }

  /** Removes what was written, for a run that ends early; evidence that was committed stays. */
  abort(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    try {
      this.#hide();
      this.#fs.rmSync(this.#location, { recursive: true, force: true });
    } catch {
      // Why the run ended is what to tell, not that its rest could not be removed.
    }
  }

  // Under its name it must not be seen while it is removed file by file.
  #hide(): void {
    if (!this.isWhole) return;
    const hidden = join(this.#parent, stagingName(basename(this.directory)));
    this.#fs.renameSync(this.directory, hidden);
    this.#location = hidden;
  }
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

function notWritten(place: string, cause: unknown): DrillError {
  return new DrillError(
    "evidence_not_written",
    `evidence could not be written to ${printable(place)}: ${printable(messageOf(cause))}; ` +
      "free the place or choose another with --artifact-dir",
    { cause },
  );
}
