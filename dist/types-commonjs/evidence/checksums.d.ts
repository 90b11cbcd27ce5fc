export declare const CHECKSUMS_FILE = "sha256sums.txt";
export interface Checksum {
    readonly name: string;
    readonly sha256: string;
}
export declare function sha256(content: string | Uint8Array): string;
export declare function checksumsOf(files: ReadonlyMap<string, string>): Checksum[];
export declare function renderChecksums(checksums: readonly Checksum[]): string;
export declare function fingerprintOf(checksums: readonly Checksum[]): string;
export declare function isFingerprinted({ name }: Checksum): boolean;
export declare function parseChecksums(text: string): {
    readonly checksums: readonly Checksum[];
    readonly faults: readonly string[];
};
