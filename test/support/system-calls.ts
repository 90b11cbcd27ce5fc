import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { DiskEvent } from "./evidence-order.js";
import type { BuiltCli } from "./run-cli.js";

const TRACED = "mkdir,mkdirat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2";
const WHATS: Readonly<Record<string, DiskEvent["what"]>> = {
  mkdir: "make",
  mkdirat: "make",
  write: "write",
  pwrite64: "write",
  writev: "write",
  fsync: "sync",
  fdatasync: "sync",
  rename: "rename",
  renameat: "rename",
  renameat2: "rename",
};

/** Whether system calls can be watched here. */
export const CAN_TRACE = spawnSync("strace", ["-f", "-qq", "-o", "/dev/null", "true"]).status === 0;

/** Runs the drill under strace: what it did to the disk. Only Linux has it. */
export function traceDrill(cli: BuiltCli, args: string): DiskEvent[] {
  const strace = `strace -f -qq -y -s 0 -e trace=${TRACED} -o trace`;
  const { exitCode, stderr } = cli.shell(`${strace} "$NODE" dist/cli.js ${args}`, {
    env: { UV_USE_IO_URING: "0" },
  });
  if (exitCode !== 0) throw new Error(`the drill under strace: exit code ${exitCode}: ${stderr}`);
  return diskEvents(readFileSync(cli.at("trace"), "utf8"), cli.directory);
}

/**
 * Runs the drill, killed as one of its threads begins its nth call of this name.
 *
 * @returns whether there was such a call.
 */
export function killDrillAt(cli: BuiltCli, call: string, nth: number): boolean {
  const inject = `-e trace=${call} -e inject=${call}:signal=SIGKILL:when=${nth}`;
  const line = `strace -f -qq -o /dev/null ${inject} "$NODE" dist/cli.js >out 2>&1`;
  return cli.shell(line, { env: { UV_USE_IO_URING: "0" } }).exitCode !== 0;
}

// A call that another thread's call interrupts is told in two lines; it counts where it ended.
function diskEvents(trace: string, cwd: string): DiskEvent[] {
  const begun = new Map<string, string>();
  const events: DiskEvent[] = [];
  for (const line of trace.split("\n")) {
    const [, pid = "", said = ""] = /^(\d+) +(.*)$/.exec(line) ?? [];
    if (said.endsWith(" <unfinished ...>")) {
      begun.set(pid, said);
      continue;
    }
    const call = said.startsWith("<... ") ? `${begun.get(pid)}${said}` : said;
    const event = call.endsWith(" = -1") || / = -1 [A-Z]/.test(call) ? undefined : eventOf(call, cwd);
    if (event !== undefined) events.push(event);
  }
  return events;
}

function eventOf(call: string, cwd: string): DiskEvent | undefined {
  const what = WHATS[/^\w+/.exec(call)?.[0] ?? ""];
  if (what === undefined) return undefined;
  const [path, to] =
    what === "make" || what === "rename"
      ? [...call.matchAll(/"([^"]*)"/g)].map(([, name = ""]) => resolve(cwd, name))
      : [/^\w+\(\d+<([^>]*)>/.exec(call)?.[1]];
  if (path === undefined) return undefined;
  return { what, path, ...(to === undefined ? {} : { to }) };
}
