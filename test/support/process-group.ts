import { execFileSync } from "node:child_process";

/** The processes of a group that are still there, zombies aside. */
export function processesOfGroup(leader: number): string[] {
  const all = execFileSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" });
  return all
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => new RegExp(`^${leader} +[^Z ]`).test(line));
}

/** Waits until the group is empty, or a second has gone; gives what is left of it. */
export async function leftOfGroup(leader: number): Promise<string[]> {
  for (let round = 0; round < 20 && processesOfGroup(leader).length > 0; round++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return processesOfGroup(leader);
}
