import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Outside, Stream } from "../../src/cli/outside.js";
import { runCli } from "../../src/cli/run-cli.js";
import { patient } from "./patience.js";
import { testPorts } from "./program-ports.js";
import { temporaryDirectory } from "./temp-directory.js";

/** What a run of the command left: its exit code (null where a signal ended it) and what it said. */
export interface CliRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** 2026-01-02T03:04:05Z, which {@link runHere} takes for now. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
export const NOW_NAME = "20260102T030405Z";

/** What is different about a made outside. */
export type Surroundings = Partial<Omit<Outside, "stdout" | "stderr">> & {
  readonly stdin?: string | Uint8Array;
  readonly isTerminal?: boolean;
};

/**
 * A made outside: a clock that stands still, no repository, no terminal, and in the environment nothing but a
 * temporary GRINDER_ARTIFACT_DIR.
 */
export function madeOutside({
  stdin = "",
  isTerminal = false,
  env = { GRINDER_ARTIFACT_DIR: join(temporaryDirectory(), "artifacts") },
  ...different
}: Surroundings = {}) {
  const stdout = new CapturedStream(isTerminal);
  const stderr = new CapturedStream(isTerminal);
  return {
    args: [],
    env,
    program: "account-sync-drill",
    packageDir: () => fileURLToPath(new URL("../..", import.meta.url)),
    stdout,
    stderr,
    readStdin: async () => Buffer.from(stdin),
    readLines: () => ({ next: async () => null, close: () => {} }),
    fs,
    clock: () => NOW,
    askGit: async () => ({ kind: "no_repository" }) as const,
    programPorts: testPorts,
    testRules: async () => null,
    untilStopped: (work) => work(new Promise(() => {})),
    ...different,
  } satisfies Outside;
}

/** Runs src/cli in this process, in a {@link madeOutside}. */
export async function runHere(args: readonly string[], different: Surroundings = {}): Promise<CliRun> {
  const outside = { ...madeOutside(different), args };
  const exitCode = await runCli(outside);
  return { exitCode, stdout: outside.stdout.text, stderr: outside.stderr.text };
}

class CapturedStream implements Stream {
  readonly isTerminal: boolean;
  text = "";

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
  }

  readonly write = (text: string) => {
    this.text += text;
  };
}

const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** The files of dist that the command is made of; what only the action loads is not among them. */
export function commandFiles(): string[] {
  return fs
    .readdirSync(DIST)
    .filter((name) => /^(?:cli|shared-.+)\.js$/.test(name) && !/artifact-client|octokit/.test(name));
}

/** How to spawn the built command, beyond its arguments. */
export interface SpawnOptions {
  /** Added to an environment of PATH alone. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  /** Who it runs as, where that is not who the tests run as. */
  readonly as?: { readonly uid?: number; readonly gid?: number };
}

/**
 * The built command, copied alone to `dist` of a temporary directory of the running test, and run there:
 * no node_modules, no package.json, no repository.
 */
export class BuiltCli {
  readonly directory = temporaryDirectory();
  readonly script = join(this.directory, "dist", "cli.js");
  readonly #node: string;

  constructor(node: string) {
    this.#node = node;
    fs.mkdirSync(join(this.directory, "dist"));
    for (const name of commandFiles()) fs.copyFileSync(join(DIST, name), this.at("dist", name));
  }

  /** The path of something in the directory. */
  at(...names: readonly string[]): string {
    return join(this.directory, ...names);
  }

  run(args: readonly string[], options: SpawnOptions = {}): CliRun {
    return this.#spawn(this.#node, ["dist/cli.js", ...args], options);
  }

  /** Runs a line of shell; `"$NODE"` is the Node.js binary. */
  shell(line: string, options: SpawnOptions = {}): CliRun {
    return this.#spawn("sh", ["-c", line], { ...options, env: { NODE: this.#node, ...options.env } });
  }

  #spawn(file: string, args: readonly string[], { env = {}, stdin = "", cwd, as }: SpawnOptions): CliRun {
    const { error, status, stdout, stderr } = spawnSync(file, args, {
      cwd: cwd ?? this.directory,
      env: { PATH: process.env.PATH ?? "", ...env },
      input: stdin,
      encoding: "utf8",
      timeout: patient(20_000),
      ...as,
    });
    if (error !== undefined) throw error;
    return { exitCode: status, stdout, stderr };
  }
}
