import type * as fs from "node:fs";
export type FileSystem = Pick<typeof fs, "closeSync" | "existsSync" | "fstatSync" | "fsync" | "fsyncSync" | "mkdirSync" | "openSync" | "readdirSync" | "readFileSync" | "realpathSync" | "renameSync" | "rmSync" | "statSync" | "writeFileSync">;
