import * as fs from "node:fs";
import { join } from "node:path";
import { describe, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { HOSTILE_MODULES } from "../support/hostile-modules.js";
import { NODE_24_IS_MISSING, runAction } from "../support/runner/run-action.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const QUIET = { upload: "false", comment: "false" };
const NEVER_SYNCED = join(CHECKOUT, "test/support/never-synced.cjs");
// Those that are left wait for a time limit, which only the command can shorten.
const QUICK = HOSTILE_MODULES.filter(({ name }) => !/loops|waits|closes/.test(name));

describe.skipIf(NODE_24_IS_MISSING)("the action", () => {
  it.concurrent.for(QUICK)("fails where a module $name", async ({ source }, { onTestFinished, expect }) => {
    const ended = await runAction(onTestFinished, {
      inputs: { ...QUIET, syncer: "./mine.mjs" },
      prepare: (workspace) => fs.writeFileSync(join(workspace, "mine.mjs"), source),
    });

    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.result).toBe("failed");
    expect(ended.outputs["evidence-ref"]).toMatch(/ status=failed reason=exit_code_[13] /);
    expect(verifyEvidence(fs, ended.evidenceDir).damage).toEqual([]);
  });

  it.concurrent("ends with 3 and says so where it comes to no verdict", async ({
    onTestFinished,
    expect,
  }) => {
    const ended = await runAction(onTestFinished, {
      inputs: QUIET,
      env: { NODE_OPTIONS: `--require ${NEVER_SYNCED}` },
    });

    expect(ended.exitCode).toBe(3);
    expect(ended.outputs).toEqual({});
    expect(ended.commands.filter(({ name }) => name === "error").map(({ message }) => message)).toEqual([
      "ended without a verdict: nothing was left to do",
    ]);
  });

  it.concurrent("shows no token, whatever the drilled syncer says", async ({ onTestFinished, expect }) => {
    const ended = await runAction(onTestFinished, {
      inputs: { ...QUIET, syncer: "./mine.mjs", "github-token": "ghs_quite_secret" },
      prepare: (workspace) =>
        fs.writeFileSync(join(workspace, "mine.mjs"), 'throw new Error("Bearer ghs_quite_secret");'),
    });

    expect(ended.exitCode).toBe(1);
    expect(ended.log).toContain("Bearer ***");
    expect(ended.log).not.toContain("ghs_quite_secret");
  });
});
