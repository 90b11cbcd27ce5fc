import type { FileSystem } from "../file-system.js";
import { EvidenceBundle, type EvidencePlace } from "./bundle.js";
export interface EvidencePorts {
    readonly fs: FileSystem;
    readonly stopped?: Promise<string>;
}
export declare function writeBundle<T>({ fs, stopped }: EvidencePorts, place: EvidencePlace, startedAt: number, work: (bundle: EvidenceBundle) => Promise<T>): Promise<T>;
