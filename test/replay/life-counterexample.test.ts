import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../src/life/divergences/catalogue.js";
import { runLife } from "../../src/life/run-life.js";
import { ProgramSyncer } from "../../src/protocol/program-syncer.js";
import { DEFAULT_TIME_LIMITS } from "../../src/protocol/time-limits.js";
import { CHECKOUT } from "../support/documents.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { leftOut } from "../support/left-out.js";
import { ADVISED } from "../support/life-days.js";
import { testPorts } from "../support/program-ports.js";
import { runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const isLeftOut = leftOut(
  spawnSync("python3", ["--version"]).status !== 0,
  "a planted fault, shrunk and replayed",
  "python3 is not installed",
);

/** The adapter in Python, its syncer blind to orders of ours that are gone. */
function blindProgram(): string {
  const directory = temporaryDirectory();
  cpSync(join(CHECKOUT, "docs/adapters/python"), directory, { recursive: true });
  const file = join(directory, "my_syncer.py");
  const sound = readFileSync(file, "utf8");
  const blind = sound.replace(/found\.append\(\(key, \("missing_order".*/, "pass");
  expect(blind).not.toBe(sound);
  writeFileSync(file, blind);
  return join(directory, "my_adapter.py");
}

describe.skipIf(isLeftOut)("a fault in a program that days of trading found", () => {
  it("is shrunk to at most 5 syncs that fail again on it, and pass on a sound one", async () => {
    const program = blindProgram();
    const syncer = new ProgramSyncer(["python3", program], testPorts(), DEFAULT_TIME_LIMITS);
    const plan = {
      seed: 5,
      days: 1,
      syncsADay: 200,
      settle: ADVISED,
      takes: ["order_ids", "orders", "positions"] as const,
    };
    const result = await runLife({ ...plan, prefix: PREFIX }, syncer);
    await syncer.end();
    expect(CATALOGUE.some(({ foundBy }) => foundBy === "missing_order")).toBe(true);
    const text = result.files.get("life_counterexample.jsonl") ?? "";
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(5);

    const file = join(temporaryDirectory(), "life_counterexample.jsonl");
    writeFileSync(file, text);
    const replayed = async (...more: string[]) => runHere(["drill", "--replay", file, ...more]);
    const broken = await replayed("--syncer", `python3 '${program}'`);
    expect(broken.exitCode).toBe(1);
    expect(broken.stdout).toContain("FAIL: missing_order is not found (replay_life_counterexample)");
    expect((await replayed()).exitCode).toBe(0);
    const sound = join(CHECKOUT, "docs/adapters/python/my_adapter.py");
    expect((await replayed("--syncer", `python3 '${sound}'`)).exitCode).toBe(0);
  });
});
