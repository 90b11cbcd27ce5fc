import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkCount } from "../../src/drills/suites.js";
import { programSource } from "../support/hostile-programs.js";
import { runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

function programWith(script: string): string {
  const path = join(temporaryDirectory(), "program.cjs");
  writeFileSync(path, programSource(script));
  return `'${process.execPath}' '${path}'`;
}

describe("drill --syncer", () => {
  it("drills the program and says which it was", async () => {
    const { exitCode, stdout, stderr } = await runHere(["--syncer", programWith("")]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("drilling the hostile 0.1 (JavaScript)");
    expect(stderr).toBe("");
  });

  it("ends with exit code 3 and one line where the program does not exist", async () => {
    const { exitCode, stdout, stderr } = await runHere(["--syncer", "no-such-program-here a b"]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(
      /^account-sync-drill: no-such-program-here a b: "no-such-program-here" cannot be started: there is no such program; install it[^\n]*\n$/,
    );
    expect(stdout).toMatch(/^EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_3 /m);
  });

  it("ends with exit code 3 where the program is too slow for --syncer-timeouts", async () => {
    const args = ["--syncer", programWith("answer = () => {};"), "--syncer-timeouts", "hello=0.3"];
    const { exitCode, stderr } = await runHere(args);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/^account-sync-drill: .*it did not answer hello within 0\.3 s;[^\n]*\n$/);
  });

  it.each([
    {
      name: "a command for a shell",
      args: ["--syncer", "run | tee log"],
      says: /syncer "run \| tee log": \| means/,
    },
    { name: "an empty command", args: ["--syncer", ""], says: /a program is needed/ },
    {
      name: "timeouts without a syncer",
      args: ["--syncer-timeouts", "hello=1"],
      says: /--syncer-timeouts: give --syncer too/,
    },
    {
      name: "a bad timeout",
      args: ["--syncer", "x", "--syncer-timeouts", "hello=0"],
      says: /--syncer-timeouts: expected/,
    },
    {
      name: "a suite that there is not",
      args: ["--suite", "half"],
      says: /--suite: expected runbook, full or life, got "half"/,
    },
    {
      name: "a prefix that no metric can have",
      args: ["--metric-prefix", "my metric"],
      says: /--metric-prefix: expected the start/,
    },
    {
      name: "a drill of the other suite",
      args: ["--only", "g"],
      says: /--only: no drill "g"; choose from a, b, c, d, e$/m,
    },
  ])("refuses $name", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/^[^\n]*\n$/);
  });
});

describe("drill --suite full", () => {
  it("runs the further drills too, of the bundled syncer with any prefix", async () => {
    const { exitCode, stdout } = await runHere(["--suite", "full", "--metric-prefix", "acme_sync"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`=== Results: ${checkCount("full")} passed, 0 failed, 0 skipped ===`);
    expect(stdout).toContain("drill_u_PROVEN: a rejected snapshot moves the counters alone");
  });

  it("lets --only choose among its drills", async () => {
    const { stdout } = await runHere(["--suite", "full", "--only", "g,a"]);
    expect([...stdout.matchAll(/^=== Drill (\w)/gm)].map(([, id]) => id)).toEqual(["A", "G"]);
  });
});
