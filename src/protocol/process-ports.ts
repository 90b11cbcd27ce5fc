import { spawnSync } from "node:child_process";
import { DRILLED_MODULE } from "./module-host.js";
import type { ProgramPorts } from "./program.js";

/** The part of this process that is needed. */
interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly execPath: string;
  readonly execArgv: readonly string[];
  readonly argv: readonly string[];
  kill(pid: number, signal: string): unknown;
  on(event: "exit", listener: () => void): unknown;
}

// A debugger that waits on this process's port would keep the other from starting.
const OF_A_DEBUGGER = /^--inspect/;

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
    moduleHost: moduleHostOf(host),
  };
}

// This very script, told by its first argument to be the other side.
function moduleHostOf({ execPath, execArgv, argv }: Host): readonly string[] {
  const options = execArgv.filter((option) => !OF_A_DEBUGGER.test(option));
  return [execPath, ...options, argv[1] ?? "", DRILLED_MODULE];
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
