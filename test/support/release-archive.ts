import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { CHECKOUT } from "./documents.js";
import { GIT_ENVIRONMENT } from "./git-repository.js";
import { temporaryDirectory } from "./temp-directory.js";

/**
 * What `git archive` makes of the checkout as it is now, committed or not: what GitHub sends a job that uses the action,
 * and npm. Nothing is written into the checkout's own repository.
 */
export class ReleaseArchive {
  readonly #directory = temporaryDirectory();
  readonly #environment: NodeJS.ProcessEnv;
  readonly #tree: string;

  constructor() {
    const objects = this.#git(
      GIT_ENVIRONMENT,
      "rev-parse",
      "--path-format=absolute",
      "--git-path",
      "objects",
    );
    this.#environment = {
      ...GIT_ENVIRONMENT,
      GIT_INDEX_FILE: join(this.#directory, "index"),
      GIT_OBJECT_DIRECTORY: join(this.#directory, "objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: objects.toString().trim(),
    };
    mkdirSync(join(this.#directory, "objects"));
    this.#git(this.#environment, "add", "--all");
    this.#tree = this.#git(this.#environment, "write-tree").toString().trim();
  }

  /** How many bytes are sent. */
  get bytes(): number {
    return this.#git(this.#environment, "archive", "--format=tar.gz", this.#tree).length;
  }

  /** Unpacks it into a new directory of the running test's own. */
  unpack(): string {
    const directory = temporaryDirectory();
    const input = this.#git(this.#environment, "archive", "--format=tar", this.#tree);
    execFileSync("tar", ["-x", "-f", "-", "-C", directory], { input });
    return directory;
  }

  #git(env: NodeJS.ProcessEnv, ...args: readonly string[]): Buffer {
    const allowed = ["-c", "safe.directory=*"];
    return execFileSync("git", ["-C", CHECKOUT, ...allowed, ...args], {
      env,
      stdio: ["ignore", "pipe", "pipe"],
      maxBuffer: 2 ** 28,
    });
  }
}
