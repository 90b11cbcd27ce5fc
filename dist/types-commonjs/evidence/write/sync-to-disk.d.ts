import type { FileSystem } from "../file-system.js";
export declare function syncFiles(fs: FileSystem, paths: readonly string[]): Promise<void>;
export declare function syncDirectory(fs: FileSystem, path: string): void;
