import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { helps } from "../../src/cli/help.js";
import { readDocument } from "../support/documents.js";
import { GIT_IS_MISSING } from "../support/git-repository.js";
import { sectionOf, tablesOf } from "../support/markdown.js";
import { patient } from "../support/patience.js";
import { ReleaseArchive } from "../support/release-archive.js";
import { startServing } from "../support/serving.js";

const MOST_BYTES = 480_000;
/** What docs/action.md says is within so much of the truth. */
const ROUNDED = 0.03;
const EXAMPLES = "docs/examples";

/** What is asked of each command, and what it says when all is well; `serve` is asked apart. */
const COMMANDS: Readonly<Record<string, { readonly args: readonly string[]; readonly says: string }>> = {
  drill: { args: ["--artifact-dir", "made"], says: ", 0 failed, 0 skipped ===" },
  verify: { args: ["EVIDENCE"], says: "verified: " },
  "attest-predicate": { args: ["EVIDENCE"], says: '"result":"PASSED"' },
  sync: { args: ["--snapshot", `${EXAMPLES}/account.json`], says: "mismatches: 0" },
  "self-test": { args: [], says: "caught" },
  rules: { args: [], says: "AccountSyncMismatchSpike" },
  init: { args: ["python", "made-adapter"], says: "made-adapter" },
  history: { args: ["--help"], says: "account-sync-drill history" },
  check: { args: ["--help"], says: "account-sync-drill check" },
  ring: { args: ["--help"], says: "account-sync-drill ring" },
};

function run(directory: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: directory,
    env: { PATH: process.env.PATH ?? "", ...env },
    encoding: "utf8",
    timeout: patient(60_000),
  });
  return { status, stdout, stderr };
}

describe.skipIf(GIT_IS_MISSING)("the archive of a release", () => {
  it("has at most 480,000 bytes, and docs/action.md says how many", () => {
    const { bytes } = new ReleaseArchive();
    const rows = tablesOf(sectionOf(readDocument("docs/action.md"), "Size"))[0] ?? [];
    const [, said = ""] = rows.find(([name]) => name?.startsWith("this action")) ?? [];
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(Math.abs(bytes - Number(said.replaceAll(",", "")))).toBeLessThan(ROUNDED * bytes);
  });

  it("runs each command that the help names", async () => {
    const directory = new ReleaseArchive().unpack();
    const named = Object.keys(helps()).filter((name) => name !== "program");
    expect([...Object.keys(COMMANDS), "serve"].sort()).toEqual(named.sort());
    let evidence = "";
    for (const [command, { args, says }] of Object.entries(COMMANDS)) {
      const asked = args.map((arg) => (arg === "EVIDENCE" ? evidence : arg));
      const { status, stdout, stderr } = run(directory, ["dist/cli.js", command, ...asked]);
      expect({ command, status, stderr, stdout }).toEqual({
        command,
        status: 0,
        stderr: "",
        stdout: expect.stringContaining(says),
      });
      if (command === "drill") evidence = /evidence_dir=(\S+)/.exec(stdout)?.[1] ?? "";
    }
    expect(await startServing(directory, "")).toMatch(/^[0-9]+$/);
  });

  it("prints the rules that it carries", () => {
    const directory = new ReleaseArchive().unpack();
    const { stdout } = run(directory, ["dist/cli.js", "rules"]);
    expect(readFileSync(join(directory, "rules/account-sync.rules.yml"), "utf8")).toBe(stdout);
  });

  it("starts the action that action.yml names, and the library that package.json names", () => {
    const directory = new ReleaseArchive().unpack();
    const [, main = ""] =
      /^ {2}main: (\S+)$/m.exec(readFileSync(join(directory, "action.yml"), "utf8")) ?? [];
    for (const file of ["output", "summary"]) writeFileSync(join(directory, file), "");
    const inputs = { "INPUT_ARTIFACT-DIR": "made", INPUT_UPLOAD: "false", INPUT_COMMENT: "false" };
    const files = {
      GITHUB_OUTPUT: join(directory, "output"),
      GITHUB_STEP_SUMMARY: join(directory, "summary"),
    };
    const { status } = run(directory, [main], { ...files, ...inputs, RUNNER_TEMP: directory });
    expect(status).toBe(0);
    expect(readFileSync(files.GITHUB_OUTPUT, "utf8")).toContain("passed");

    const { exports, types } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
    const library = JSON.stringify(pathToFileURL(join(directory, exports["."].default)).href);
    const script = `import(${library}).then(({ AccountSyncer }) => console.log(typeof AccountSyncer))`;
    expect(run(directory, ["-e", script])).toEqual({ status: 0, stdout: "function\n", stderr: "" });
    expect(existsSync(join(directory, types))).toBe(true);
  });

  it("has what names its terms and what init copies; the pages are read where they are written", () => {
    const directory = new ReleaseArchive().unpack();
    const kept = [
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "dist/LICENCES.txt",
      "docs/adapters/python/my_adapter.py",
    ];
    expect(kept.filter((path) => !existsSync(join(directory, path)))).toEqual([]);
    expect(existsSync(join(directory, "docs/cli.md"))).toBe(false);
  });
});
