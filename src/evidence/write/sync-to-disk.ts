import { systemCodeOf } from "../../errors.js";
import type { FileSystem } from "../file-system.js";

const NO_DIRECTORY_SYNC = new Set(["EISDIR", "EPERM", "EINVAL"]);

/**
 * Waits until the files' contents are on the disk. All at once: a journalling file system then commits them
 * together, which on a busy disk takes a twentieth of the time of one after the other.
 */
export async function syncFiles(fs: FileSystem, paths: readonly string[]): Promise<void> {
  const outcomes = await Promise.allSettled(paths.map((path) => syncFile(fs, path)));
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

/**
 * Waits until a directory's entries are on the disk. Windows and some network file systems cannot do this;
 * there the rename alone has to do.
 */
export function syncDirectory(fs: FileSystem, path: string): void {
  try {
    const descriptor = fs.openSync(path, "r");
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    if (!NO_DIRECTORY_SYNC.has(systemCodeOf(error) ?? "")) throw error;
  }
}

async function syncFile(fs: FileSystem, path: string): Promise<void> {
  const descriptor = fs.openSync(path, "r+");
  try {
    await new Promise<void>((resolve, reject) => {
      fs.fsync(descriptor, (error) => (error === null ? resolve() : reject(error)));
    });
  } finally {
    fs.closeSync(descriptor);
  }
}
