import { join } from "node:path";
import type { FileSystem } from "./file-system.js";
import { timestampName } from "./timestamp-name.js";

const STAGING = /^\.(\d{8}T\d{6}Z)(?:-\d+)?\.partial$/;
const SWEPT = ".swept";
// No run takes two hours: each thing that it waits for has a limit, and none may be over one.
const DEAD_AFTER_MS = 24 * 3600 * 1000;

/** The hidden directory, beside the evidence that it becomes, where a run keeps its files until all are there. */
export function stagingName(name: string): string {
  return `.${name}.partial`;
}

/** Whether a directory of this name is what a run keeps until its evidence is whole, or what a killed run left. */
export function isStagingName(name: string): boolean {
  return STAGING.test(name.endsWith(SWEPT) ? name.slice(0, -SWEPT.length) : name);
}

/**
 * Removes what runs left that were killed a day ago or earlier, by the time in the name. Age is the one sign that
 * holds everywhere: a process id says nothing in another container or on another machine. Each is renamed before it
 * is removed, so that even a run which is alive after all (a clock that jumped, a machine that slept) cannot name
 * half a directory its evidence: its own rename fails.
 *
 * @param now Unix ms.
 */
export function sweepDeadRuns(fs: FileSystem, parent: string, now: number): void {
  const names = fs.readdirSync(parent).filter(isStagingName);
  const oldest = timestampName(now - DEAD_AFTER_MS);
  for (const name of names.filter((one) => one.endsWith(SWEPT))) remove(fs, join(parent, name));
  for (const name of names) {
    const started = STAGING.exec(name)?.[1];
    if (started !== undefined && started < oldest) sweep(fs, join(parent, name));
  }
}

function sweep(fs: FileSystem, staging: string): void {
  try {
    fs.renameSync(staging, staging + SWEPT);
  } catch {
    // Another run sweeps it, or it may not be removed; either way it does no harm.
    return;
  }
  remove(fs, staging + SWEPT);
}

function remove(fs: FileSystem, path: string): void {
  try {
    fs.rmSync(path, { recursive: true, force: true });
  } catch {
    // The next run tries again.
  }
}
