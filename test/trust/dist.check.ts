import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../src/evidence/checksums.js";
import { CHECKOUT } from "../support/documents.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { row } from "./row.js";

const WHAT_A_BUILD_NEEDS = [".ci", "src", "package.json", "tsconfig.json"];

/** The sha256 of each file below a directory, by its path in there. */
function hashesOf(directory: string): Record<string, string> {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(directory.length), sha256(readFileSync(path))]),
  );
}

/** The files that differ, or are in one of the two alone. */
function differing(one: Record<string, string>, other: Record<string, string>): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => one[name] !== other[name]);
}

/** The files of dist that are not as the last commit has them. */
function notCommitted(): string[] {
  const git = ["status", "--porcelain", "--untracked-files=all", "--", "dist"];
  const { status, stdout } = spawnSync("git", git, { cwd: CHECKOUT, encoding: "utf8" });
  if (status !== 0) throw new Error("git does not say what is committed");
  return stdout.split("\n").filter((line) => line !== "");
}

row("dist", () => {
  const copy = temporaryDirectory();
  for (const name of WHAT_A_BUILD_NEEDS) {
    cpSync(join(CHECKOUT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(CHECKOUT, "node_modules"), join(copy, "node_modules"), "junction");
  const built = ["first", "second"].map(() => {
    rmSync(join(copy, "dist"), { recursive: true, force: true });
    const { status, stderr } = spawnSync(process.execPath, [".ci/build.js"], { cwd: copy, encoding: "utf8" });
    if (status !== 0) throw new Error(`the build failed: ${stderr}`);
    return hashesOf(join(copy, "dist"));
  });
  const [first = {}, second = {}] = built;
  const there = hashesOf(join(CHECKOUT, "dist"));
  const bad = [...new Set([...differing(first, second), ...differing(second, there), ...notCommitted()])];
  const all = Object.keys(there).length;
  return {
    figure:
      bad.length === 0 ? `byte-identical, as committed (${all} files)` : `not the same: ${bad.join(", ")}`,
    isReached: bad.length === 0 && all > 0,
  };
});
