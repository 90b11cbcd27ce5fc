import type { FileSystem } from "../file-system.js";
import { EvidenceBundle, type EvidencePlace } from "./bundle.js";
/** The outside, as far as evidence needs it. */
export interface EvidencePorts {
    readonly fs: FileSystem;
    /** Resolves where the run is told to stop, to the name of the signal. */
    readonly stopped?: Promise<string>;
}
/**
 * Opens a bundle for the work that fills and commits it. Where the work fails, or the run is told to stop before
 * the bundle is committed, nothing of it is left.
 *
 * @param startedAt Unix ms, for the bundle's name.
 * @throws DrillError `evidence_not_written` or `interrupted`, and whatever the work throws.
 */
export declare function writeBundle<T>({ fs, stopped }: EvidencePorts, place: EvidencePlace, startedAt: number, work: (bundle: EvidenceBundle) => Promise<T>): Promise<T>;
