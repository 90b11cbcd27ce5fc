import type * as fs from "node:fs";
/**
 * The part of `node:fs` that evidence needs, passed in by the doors. Synchronous but for `fsync`: a drill
 * writes a dozen small files, where a thread for each costs more than the write.
 */
export type FileSystem = Pick<typeof fs, "closeSync" | "existsSync" | "fstatSync" | "fsync" | "fsyncSync" | "mkdirSync" | "openSync" | "readdirSync" | "readFileSync" | "realpathSync" | "renameSync" | "rmSync" | "statSync" | "writeFileSync">;
