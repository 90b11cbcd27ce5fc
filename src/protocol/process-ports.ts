import { spawnSync } from "node:child_process";
import type { ProgramPorts } from "./program.js";

/** The part of this process that is needed. */
interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  exit(): unknown;
  kill(pid: number, signal: string): unknown;
  on(event: "exit", listener: () => void): unknown;
}

// Long enough for what is still to be written, and nobody waits for it where nothing was left running.
const LEAVE_MS = 1000;

/** What a drilled program needs of this process. */
export function processPorts(host: Host): ProgramPorts {
  const groups = new Set<number>();
  const killGroup = (leader: number) => {
    groups.delete(leader);
    killGroupOf(host, leader);
  };
  host.on("exit", () => {
    for (const leader of groups) killGroup(leader);
  });
  return {
    env: host.env,
    onStart: (leader) => groups.add(leader),
    killGroup,
    leaveSoon: () => setTimeout(() => host.exit(), LEAVE_MS).unref(),
  };
}

function killGroupOf(host: Host, leader: number): void {
  if (host.platform === "win32") {
    spawnSync("taskkill", ["/PID", String(leader), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    return;
  }
  try {
    host.kill(-leader, "SIGKILL");
  } catch {
    // It is gone already, which is all that is wanted.
  }
}
