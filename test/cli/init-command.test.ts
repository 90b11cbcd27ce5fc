import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

describe("init", () => {
  it.each([
    {
      language: "python",
      has: ["my_adapter.py", "my_prometheus_adapter.py"],
      next: /drill --syncer 'python3 \S+\/my_adapter\.py'$/m,
    },
    {
      language: "typescript",
      has: ["my-adapter.ts", "package.json"],
      next: /drill --syncer \S+\/my-adapter\.ts$/m,
    },
    {
      language: "go",
      has: ["main.go", "go.mod"],
      next: /^\(cd \S+ && go build -o my-adapter \.\) && account-sync-drill drill --syncer \S+\/my-adapter$/m,
    },
  ])("writes the adapter in $language, and the command to run", async ({ language, has, next }) => {
    const directory = join(temporaryDirectory(), "deep", "down");
    const { exitCode, stdout, stderr } = await runHere(["init", language, directory]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(readdirSync(directory)).toEqual(expect.arrayContaining(has));
    expect(stdout).toMatch(next);
  });

  it("takes a directory that is empty, and refuses one that is not", async () => {
    const directory = temporaryDirectory();
    expect((await runHere(["init", "go", directory])).exitCode).toBe(0);
    const { exitCode, stderr } = await runHere(["init", "go", directory]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^account-sync-drill: .* is there already, and not empty\n$/);
  });

  it.each([
    { name: "no language", args: [], says: /init: expected python, typescript, go, got ""/ },
    { name: "another language", args: ["cobol", "x"], says: /expected python, typescript, go, got "cobol"/ },
    { name: "a name that objects have", args: ["constructor", "x"], says: /got "constructor"/ },
    { name: "no directory", args: ["python"], says: /init python: into which directory\?/ },
    {
      name: "a control character",
      args: ["python", "a\nb"],
      says: /a path that --syncer can name is needed/,
    },
  ])("refuses $name", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(["init", ...args]);
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(says);
  });

  it("refuses a file in place of a directory, in one line", async () => {
    const place = temporaryDirectory();
    mkdirSync(join(place, "sub"));
    writeFileSync(join(place, "file"), "");
    const { exitCode, stderr } = await runHere(["init", "python", join(place, "file")]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/^account-sync-drill: init python [^\n]+: this is no directory\n$/);
  });
});
