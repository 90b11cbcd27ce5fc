import type { FileSystem } from "./file-system.js";
export declare function stagingName(name: string): string;
export declare function isStagingName(name: string): boolean;
export declare function sweepDeadRuns(fs: FileSystem, parent: string, now: number): void;
