/** The file that lists the checksum of every other file of an evidence directory. */
export declare const CHECKSUMS_FILE = "sha256sums.txt";
/** One line of the checksum file. */
export interface Checksum {
    readonly name: string;
    /** 64 lowercase hex digits. */
    readonly sha256: string;
}
/** The sha256 of text (as UTF-8) or bytes, as 64 lowercase hex digits. */
export declare function sha256(content: string | Uint8Array): string;
/** The checksums of named texts, sorted by name. */
export declare function checksumsOf(files: ReadonlyMap<string, string>): Checksum[];
/** The checksum file's text, in the format of coreutils: `sha256sum -c sha256sums.txt` takes it. */
export declare function renderChecksums(checksums: readonly Checksum[]): string;
/**
 * One hash for what the pipeline did: the sha256 over the sorted checksum lines of the `drill_*` files
 * (contract, section 6), of an audit or a ring over its `check_*` file. The same pipeline gives the same fingerprint on any machine. In a shell:
 * `grep ' drill_' sha256sums.txt | LC_ALL=C sort | sha256sum`.
 */
export declare function fingerprintOf(checksums: readonly Checksum[]): string;
/** Whether the fingerprint is made of a file: a drill's log or metrics, or the configuration that was audited. */
export declare function isFingerprinted({ name }: Checksum): boolean;
/**
 * Reads a checksum file strictly: exactly what {@link renderChecksums} writes, sorted, each name once,
 * so that no change of the file itself goes unseen. `faults` says what is wrong, with the line number.
 */
export declare function parseChecksums(text: string): {
    readonly checksums: readonly Checksum[];
    readonly faults: readonly string[];
};
