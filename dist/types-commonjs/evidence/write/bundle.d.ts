import type { FileSystem } from "../file-system.js";
export interface EvidencePlace {
    readonly artifactDir: string;
    readonly kind: string;
    readonly workspace?: string;
}
export declare class EvidenceBundle {
    #private;
    readonly directory: string;
    private constructor();
    static open(fs: FileSystem, place: EvidencePlace, startedAt: number): EvidenceBundle;
    add(name: string, text: string): void;
    get isWhole(): boolean;
    get files(): ReadonlyMap<string, string>;
    commit(): Promise<void>;
    abort(): void;
}
