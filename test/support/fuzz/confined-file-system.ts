import { fsync } from "node:fs";
import { resolve, sep } from "node:path";
import type { FileSystem } from "../../../src/evidence/file-system.js";
import { systemError, watchedFileSystem } from "../watched-file-system.js";

// Asking does no harm, and where nothing is there it has to be possible to find out.
const ASKING = ["existsSync", "realpathSync"];

// What a fuzzer writes need not last.
const UNSYNCED: Pick<FileSystem, "fsync" | "fsyncSync"> = {
  fsync: Object.assign((_: number, done: (error: null) => void) => void setImmediate(done, null), {
    __promisify__: fsync.__promisify__,
  }),
  fsyncSync: () => {},
};

/** The real file system below one directory, never synced; anywhere else nothing may be read or written. */
export function confinedTo(directory: string): FileSystem {
  const isInside = (path: string) => `${resolve(path)}${sep}`.startsWith(`${resolve(directory)}${sep}`);
  const confined = watchedFileSystem((call) => {
    if (ASKING.includes(call.operation) || isInside(call.path)) return;
    throw systemError("EACCES", call);
  });
  return { ...confined, ...UNSYNCED };
}
