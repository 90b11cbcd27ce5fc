import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter, TestCase, TestModule } from "vitest/node";
import { differenceOf } from "./difference.js";
import { type Rewrite, rewritten } from "./rewrite.js";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/** Writes what the tests noted, and says nothing but what differed and what failed. */
export class GoldenReporter implements Reporter {
  readonly #notes: string;
  #hasFailed = false;

  /** @param notes the directory of the notes. */
  constructor(notes: string) {
    this.#notes = notes;
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors = [] } = test.result();
    if (state === "failed") this.#fail(test.fullName, ...errors.map(({ message }) => message));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const errors = [...unhandled, ...modules.flatMap((module) => module.errors())];
    for (const { message } of errors) this.#fail(message);
    const rewrites = readdirSync(this.#notes).sort().map(this.#read);
    rmSync(this.#notes, { recursive: true });
    const files = [...new Set(rewrites.map(({ file }) => file))].sort();
    const differing = files.filter((name) =>
      this.#rewrite(
        name,
        rewrites.filter(({ file }) => file === name),
      ),
    );
    if (differing.length === 0 && !this.#hasFailed) say("nothing differs");
  }

  readonly #read = (name: string): Rewrite => JSON.parse(readFileSync(join(this.#notes, name), "utf8"));

  #rewrite(file: string, rewrites: readonly Rewrite[]): boolean {
    const path = `${CHECKOUT}${file}`;
    const old = existsSync(path) ? readFileSync(path, "utf8") : "";
    const by = rewritten(old, rewrites);
    if (by === old) return false;
    writeFileSync(path, by);
    say(file, ...differenceOf(old, by));
    return true;
  }

  #fail(what: string, ...why: readonly string[]): void {
    this.#hasFailed = true;
    say(`failed: ${what}`, ...why);
  }
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join("\n")}\n`);
}
