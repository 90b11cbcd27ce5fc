import type { FileSystem } from "../file-system.js";
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
export declare class EvidenceBundle {
    #private;
    /** The path the evidence will have, below the artifact directory as it was given. */
    readonly directory: string;
    private constructor();
    /**
     * Claims a name made of the start time. Two runs in one second get two names: `...Z` and `...Z-2`.
     *
     * @param startedAt Unix ms.
     * @throws DrillError `evidence_not_written`; nothing is left behind.
     */
    static open(fs: FileSystem, place: EvidencePlace, startedAt: number): EvidenceBundle;
    /**
     * Adds a file. It is on its way to the disk, but not synced before {@link commit}.
     *
     * @throws DrillError `evidence_not_written`; nothing is left behind.
     */
    add(name: string, text: string): void;
    /** Whether the evidence is in its place. */
    get isWhole(): boolean;
    /** The files added so far, by name. */
    get files(): ReadonlyMap<string, string>;
    /**
     * Writes the checksums, syncs everything and gives the directory its name.
     *
     * @throws DrillError `evidence_not_written`; nothing is left behind.
     */
    commit(): Promise<void>;
    /** Removes what was written, for a run that ends early; evidence that was committed stays. */
    abort(): void;
}
