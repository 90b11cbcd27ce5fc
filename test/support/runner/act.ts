import { execFile, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { git } from "../git-repository.js";
import { leftOut } from "../left-out.js";
import { patient } from "../patience.js";
import { HEAD_SHA } from "./events.js";
import { NODE } from "./run-action.js";

// https://github.com/nektos/act, which runs workflows without GitHub; with `-self-hosted` also without containers.
const ACT = "github.com/nektos/act@v0.2.89";
const CHECKOUT = fileURLToPath(new URL("../../..", import.meta.url));
const IDLE_MOST_MS = 110_000;

function isThere(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: "ignore" }).error === undefined;
}

export const ACT_IS_MISSING = leftOut(
  !isThere("act", "--version") && !isThere("go", "version"),
  "the action on act",
  "neither act nor Go is installed",
);

/** The path of act: the one that is installed, or one that Go compiles into the directory. */
export function installAct(directory: string): string {
  if (isThere("act", "--version")) return "act";
  const { status, stderr } = spawnSync("go", ["install", ACT], {
    env: { ...process.env, GOBIN: directory },
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`go install ${ACT}: ${stderr}`);
  return join(directory, "act");
}

/** What act made of a workflow. */
export interface ActRun {
  readonly exitCode: number;
  readonly log: string;
}

/** A repository with the action and one workflow, for act to run. */
export class ActRepository {
  readonly #directory: string;

  /** @param prepare changes the repository before everything in it is committed. */
  constructor(directory: string, workflow: string, prepare: (repository: string) => void = () => {}) {
    this.#directory = directory;
    fs.mkdirSync(join(directory, ".github/workflows"), { recursive: true });
    fs.writeFileSync(join(directory, ".github/workflows/drill.yml"), workflow);
    fs.cpSync(join(CHECKOUT, "action.yml"), join(directory, "action.yml"));
    fs.cpSync(join(CHECKOUT, "dist"), join(directory, "dist"), { recursive: true });
    prepare(directory);
    git(directory, "init", "--quiet");
    git(directory, "remote", "add", "origin", "https://github.com/octo/trading.git");
    git(directory, "add", "--all", "--force");
    git(directory, "commit", "--quiet", "--message", "the action");
  }

  /** Runs the workflow as for a pull request. @param home where act keeps what is its own. */
  run(act: string, home: string, env: Readonly<Record<string, string>>): Promise<ActRun> {
    const event = join(home, "event.json");
    const pullRequest = { number: 7, head: { sha: HEAD_SHA, ref: "faster" }, base: { ref: "main" } };
    fs.writeFileSync(event, JSON.stringify({ number: 7, pull_request: pullRequest }));
    const variables = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
    const args = [
      "pull_request",
      "-P",
      "ubuntu-latest=-self-hosted",
      "--eventpath",
      event,
      "--no-cache-server",
    ];
    return new Promise((settle) => {
      execFile(
        act,
        [...args, "-s", "GITHUB_TOKEN=ghs_local", ...variables],
        {
          cwd: this.#directory,
          env: { PATH: `${dirname(NODE)}:${process.env.PATH}`, HOME: home },
          timeout: patient(IDLE_MOST_MS),
          maxBuffer: 2 ** 26,
        },
        (error, stdout, stderr) =>
          settle({ exitCode: error === null ? 0 : Number(error.code ?? -1), log: `${stdout}\n${stderr}` }),
      );
    });
  }
}
