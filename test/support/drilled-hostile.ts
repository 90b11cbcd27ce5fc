import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./documents.js";
import { type HostileProgram, programSource } from "./hostile-programs.js";
import { patient } from "./patience.js";
import { leftOfGroup } from "./process-group.js";
import { temporaryDirectory } from "./temp-directory.js";

const PRELOAD = join(CHECKOUT, "test/support/peak-memory.cjs");
const IDLE_LIMITS = { hello: 1000, request: 500, bye: 500, run: 10_000 };
const IDLE_MOST_MS = 20_000;

/** What the built command came to with a hostile program. */
export interface DrilledHostile {
  /** Null where it did not end in time. */
  readonly exitCode: number | null;
  readonly stderr: string;
  /** The peak of the command's own memory, in MiB. */
  readonly peakMiB: number;
  /** What is left of the program and of what it started. */
  readonly left: readonly string[];
}

/** Drills a hostile program with the built command, in a process of its own. */
export async function drillHostile({ script }: HostileProgram): Promise<DrilledHostile> {
  const directory = temporaryDirectory();
  const [program, leader, memory] = ["program.cjs", "leader", "memory"].map((name) => join(directory, name));
  if (program === undefined || leader === undefined || memory === undefined) throw new Error("no paths");
  const saysWho = `require("node:fs").writeFileSync(process.env.LEADER_FILE, String(process.pid));\n`;
  writeFileSync(program, saysWho + programSource(script));
  const command = `"${process.execPath}" "${program}"`;
  const args = ["--require", PRELOAD, "dist/cli.js", "drill", "--syncer", command];
  const timeouts = Object.entries(IDLE_LIMITS)
    .map(([name, ms]) => `${name}=${patient(ms) / 1000}`)
    .join();
  const { exitCode, stderr } = await ended(
    [...args, "--syncer-timeouts", timeouts, "--artifact-dir", join(directory, "artifacts")],
    { PATH: process.env.PATH ?? "", LEADER_FILE: leader, PEAK_MEMORY_FILE: memory },
  );
  const group = existsSync(leader) ? Number(readFileSync(leader, "utf8")) : Number.NaN;
  return {
    exitCode,
    stderr,
    peakMiB: existsSync(memory) ? Number(readFileSync(memory, "utf8")) / 1024 : Number.NaN,
    left: Number.isNaN(group) ? ["the program was never started"] : await leftOfGroup(group),
  };
}

function ended(args: readonly string[], env: Readonly<Record<string, string>>) {
  return new Promise<{ exitCode: number | null; stderr: string }>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: CHECKOUT,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      timeout: patient(IDLE_MOST_MS),
      killSignal: "SIGKILL",
    });
    const stderr: Buffer[] = [];
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stderr: Buffer.concat(stderr).toString() }));
  });
}
