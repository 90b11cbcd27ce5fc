import type { FileSystem } from "./file-system.js";
/** The hidden directory, beside the evidence that it becomes, where a run keeps its files until all are there. */
export declare function stagingName(name: string): string;
/** Whether a directory of this name is what a run keeps until its evidence is whole, or what a killed run left. */
export declare function isStagingName(name: string): boolean;
/**
 * Removes what runs left that were killed a day ago or earlier, by the time in the name. Age is the one sign that
 * holds everywhere: a process id says nothing in another container or on another machine. Each is renamed before it
 * is removed, so that even a run which is alive after all (a clock that jumped, a machine that slept) cannot name
 * half a directory its evidence: its own rename fails.
 *
 * @param now Unix ms.
 */
export declare function sweepDeadRuns(fs: FileSystem, parent: string, now: number): void;
