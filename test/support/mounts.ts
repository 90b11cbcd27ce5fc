import { spawnSync } from "node:child_process";

// The mounts are seen by the command alone, and end with it. Who is not root is made root in there, where allowed.
const OWN_MOUNTS = process.getuid?.() === 0 ? "unshare --mount" : "unshare --mount --map-root-user";

/** A line of shell that runs another one among mounts of its own. */
export function amongOwnMounts(line: string): string {
  return `${OWN_MOUNTS} sh -c '${line.replaceAll("'", "'\\''")}'`;
}

/** Whether this machine lets us mount a file system of a few KiB. */
export const CAN_MOUNT =
  spawnSync("sh", ["-c", amongOwnMounts("mount -t tmpfs -o size=4k tmpfs /mnt")]).status === 0;
