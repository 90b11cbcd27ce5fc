import { spawnSync } from "node:child_process";

const NOBODY = 65_534;

/** Who a process has to be for file permissions to hold for it: nobody where the tests run as root. */
export const UNPRIVILEGED: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Whether such a process can start this binary: one below a directory of root's own it cannot. */
export function canStart(binary: string): boolean {
  return spawnSync(binary, ["--version"], UNPRIVILEGED).status === 0;
}
