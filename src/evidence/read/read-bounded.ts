import { constants } from "node:fs";
import type { FileSystem } from "../file-system.js";

// A link that was put there meanwhile is not followed, and a pipe is not waited for. Windows knows neither.
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Reads a file whole, if it is one and not larger than this.
 *
 * @throws Error that says why not.
 */
export function readBounded(fs: FileSystem, path: string, mostBytes: number): Uint8Array {
  const descriptor = fs.openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) throw new Error("it is not a file any more");
    if (stat.size > mostBytes) throw new Error(`${stat.size} bytes are more than evidence can have`);
    return fs.readFileSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
