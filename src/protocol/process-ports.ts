import { spawnSync } from "node:child_process";
import type { ProgramPorts } from "./program.js";

/** The part of this process that is needed. */
interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  exit(): unknown;
  kill(pid: number, signal: string): unknown;
  on(event: "SIGINT" | "SIGTERM" | "exit", listener: () => void): unknown;
  off(event: "SIGINT" | "SIGTERM", listener: () => void): unknown;
}

// Long enough for what is still to be written, and nobody waits for it where nothing was left running.
const LEAVE_MS = 1000;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * What a drilled program needs of this process. SIGINT and SIGTERM are listened for once a program is drilled:
 * the drill then ends as it does when the program breaks off, whole evidence and exit code 3. A second signal
 * ends it at once.
 */
export function processPorts(host: Host): ProgramPorts {
  const interruption = new AbortController();
  const groups = new Set<number>();
  const killGroup = (leader: number) => {
    groups.delete(leader);
    killGroupOf(host, leader);
  };
  const stop = () => {
    for (const signal of SIGNALS) host.off(signal, stop);
    interruption.abort();
  };
  for (const signal of SIGNALS) host.on(signal, stop);
  host.on("exit", () => {
    for (const leader of groups) killGroup(leader);
  });
  return {
    env: host.env,
    onStart: (leader) => groups.add(leader),
    killGroup,
    leaveSoon: () => setTimeout(() => host.exit(), LEAVE_MS).unref(),
    interrupted: interruption.signal,
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
