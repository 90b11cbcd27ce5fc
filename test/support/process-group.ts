import { execFileSync } from "node:child_process";
import { patient } from "./patience.js";

const IDLE_MOST_MS = 1000;

/** The processes of a group that are still there, zombies aside. */
export function processesOfGroup(leader: number): string[] {
  const all = execFileSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" });
  return all
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => new RegExp(`^${leader} +[^Z ]`).test(line));
}

/** Waits until the group is empty, or a second has gone (more on a busy machine); gives what is left of it. */
export async function leftOfGroup(leader: number): Promise<string[]> {
  const end = performance.now() + patient(IDLE_MOST_MS);
  while (processesOfGroup(leader).length > 0 && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return processesOfGroup(leader);
}
