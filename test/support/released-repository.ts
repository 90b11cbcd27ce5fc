import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKOUT } from "./documents.js";
import { temporaryDirectory } from "./temp-directory.js";

const AUTHOR = ["-c", "user.name=Somebody", "-c", "user.email=somebody@example.com"];

/** A repository that holds the release scripts, and the bare one that it pushes to. */
export class ReleasedRepository {
  readonly #directory = temporaryDirectory();
  readonly #work = join(this.#directory, "work");
  readonly #remote = join(this.#directory, "remote.git");

  constructor(version: string) {
    for (const script of ["check-release", "tag-release"]) {
      cpSync(join(CHECKOUT, ".ci", script), join(this.#work, ".ci", script));
      chmodSync(join(this.#work, ".ci", script), 0o755);
    }
    this.git("init", "--quiet", "--template=", "--initial-branch=main", ".");
    this.git("init", "--quiet", "--template=", "--bare", this.#remote);
    this.git("remote", "add", "origin", this.#remote);
    this.commit(version);
  }

  /** A new commit of this version, pushed to main. Gives its id. */
  commit(version: string, changelog = version): string {
    writeFileSync(join(this.#work, "package.json"), `{ "version": "${version}" }\n`);
    writeFileSync(join(this.#work, "CHANGELOG.md"), `# Changelog\n\n## [${changelog}]\n`);
    this.git("add", "--all");
    this.git(...AUTHOR, "commit", "--quiet", "--allow-empty", "--message", `Version ${version}`);
    this.git("push", "--quiet", "origin", "main");
    return this.git("rev-parse", "HEAD").trim();
  }

  /** Runs a script of .ci as the release workflow does. */
  run(script: "check-release" | "tag-release", version: string) {
    const { status, stderr } = this.#spawn(`.ci/${script}`, [version]);
    return { status, stderr };
  }

  /** The tags of the remote, each with its commit. */
  tags(): Record<string, string> {
    const lines = this.git("ls-remote", "--tags", "origin").trimEnd().split("\n").filter(Boolean);
    return Object.fromEntries(lines.map((line) => line.split("\trefs/tags/").reverse()));
  }

  git(...args: readonly string[]): string {
    mkdirSync(this.#work, { recursive: true });
    const { status, stdout, stderr } = this.#spawn("git", args);
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }

  #spawn(command: string, args: readonly string[]) {
    const path = `${dirname(process.execPath)}:${process.env.PATH}`;
    return spawnSync(command, args, {
      cwd: this.#work,
      env: { PATH: path, HOME: this.#directory, GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" },
      encoding: "utf8",
    });
  }
}
