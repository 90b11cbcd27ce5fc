import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { CHECKOUT } from "./documents.js";
import { patient } from "./patience.js";
import { commandFiles } from "./run-cli.js";
import { temporaryDirectory } from "./temp-directory.js";

const WHAT_COMMANDS_NEED = [
  ...commandFiles().map((name) => `dist/${name}`),
  "dist/package.json",
  "docs/adapters",
  "docs/examples",
];
const WHAT_PROGRAMS_NEED = ["dist/index.mjs", "dist/types", "dist/types-commonjs", "package.json"];
const SHIM = `#!/bin/sh\nexec node "$CHECKOUT/dist/cli.js" "$@"\n`;

/** A new repository of the running test's own, with what a checkout holds for those who use it. */
export class CheckoutCopy {
  readonly directory = temporaryDirectory();
  readonly checkout = join(this.directory, "checkout");
  readonly #bin = join(this.directory, "bin");

  constructor() {
    this.#copy(WHAT_COMMANDS_NEED);
    mkdirSync(this.#bin);
    writeFileSync(join(this.#bin, "account-sync-drill"), SHIM);
    chmodSync(join(this.#bin, "account-sync-drill"), 0o755);
    this.shell("git init --quiet --template=");
  }

  /** Runs lines of shell, to the first that fails, with `account-sync-drill` on the PATH. */
  shell(lines: string) {
    const path = [this.#bin, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
    const { status, stdout, stderr, error } = spawnSync("sh", ["-e", "-c", lines], {
      cwd: this.checkout,
      env: { PATH: path, HOME: this.directory, CHECKOUT: this.checkout, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      timeout: patient(20_000),
    });
    if (error !== undefined) throw error;
    return { exitCode: status, output: stdout + stderr };
  }

  /** Adds the library, and lends the copy the packages that are installed beside the tests. */
  addLibrary(): void {
    this.#copy(WHAT_PROGRAMS_NEED);
    symlinkSync(join(CHECKOUT, "node_modules"), join(this.checkout, "node_modules"), "junction");
  }

  #copy(names: readonly string[]): void {
    for (const name of names) {
      cpSync(join(CHECKOUT, name), join(this.checkout, name), { recursive: true });
    }
  }
}
