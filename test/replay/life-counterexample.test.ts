import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { counterexampleOf, historyText } from "../../src/life/counterexample.js";
import { deviationsOf } from "../../src/life/deviations.js";
import { CATALOGUE } from "../../src/life/divergences/catalogue.js";
import { feed } from "../../src/life/feed.js";
import { WireForm } from "../../src/life/wire-form.js";
import { ProgramSyncer } from "../../src/protocol/program-syncer.js";
import { DEFAULT_TIME_LIMITS } from "../../src/protocol/time-limits.js";
import { CHECKOUT } from "../support/documents.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { leftOut } from "../support/left-out.js";
import { ADVISED, divergedDay } from "../support/life-days.js";
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

/** The shortest history on which the program misses what it is blind to, as the suite of days finds it. */
async function shrunkTo(program: string): Promise<string> {
  const syncer = new ProgramSyncer(["python3", program], testPorts(), DEFAULT_TIME_LIMITS);
  const divergences = CATALOGUE.filter(({ foundBy }) => foundBy === "missing_order");
  const { steps, expected } = divergedDay({ seed: 5, syncs: 150, divergences });
  const { replies } = await feed(steps, syncer, new WireForm(), false);
  const [first] = deviationsOf(replies, expected);
  if (first === undefined) throw new Error("nothing was missed");
  const suspect = { syncer, settle: ADVISED, takesLastTs: false, prefix: PREFIX };
  const text = historyText(await counterexampleOf(steps, first, suspect));
  await syncer.end();
  return text;
}

describe.skipIf(isLeftOut)("a fault in a program that days of trading found", () => {
  it("is shrunk to at most 5 syncs that fail again on it, and pass on a sound one", async () => {
    const program = blindProgram();
    const text = await shrunkTo(program);
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
