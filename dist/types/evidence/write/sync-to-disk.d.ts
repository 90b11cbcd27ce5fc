import type { FileSystem } from "../file-system.js";
/**
 * Waits until the files' contents are on the disk. All at once: a journalling file system then commits them
 * together, which on a busy disk takes a twentieth of the time of one after the other.
 */
export declare function syncFiles(fs: FileSystem, paths: readonly string[]): Promise<void>;
/**
 * Waits until a directory's entries are on the disk. Windows and some network file systems cannot do this;
 * there the rename alone has to do.
 */
export declare function syncDirectory(fs: FileSystem, path: string): void;
