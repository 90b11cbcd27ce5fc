import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MOST_HISTORY_BYTES } from "../../src/replay/parse-history.js";
import { expects, historyLine, historyText } from "../support/histories.js";
import { runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const ORPHAN = historyText(historyLine(0, { known: ["another"], ...expects("orphan_order") }));

function fileWith(text: string, name = "night.jsonl"): string {
  const path = join(temporaryDirectory(), name);
  fs.writeFileSync(path, text);
  return path;
}

describe("drill --replay", () => {
  it("runs a drill of each history, and nothing but these and the guard", async () => {
    const files = [fileWith(ORPHAN), fileWith(ORPHAN, "Night.json"), "-"];
    const { exitCode, stdout } = await runHere([...files.flatMap((file) => ["--replay", file]), "--json"], {
      stdin: ORPHAN,
    });
    const { drills, evidence_dir: directory, totals } = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(drills.map(({ id }: { id: string }) => id)).toEqual([
      "replay_night",
      "replay_night_2",
      "replay_stdin",
      "guard",
    ]);
    expect(totals).toEqual({ passed: 7, failed: 0, skipped: 0 });
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
  });

  it("fails where a line is off, and leaves what sync takes", async () => {
    const { exitCode, stdout } = await runHere([
      "--replay",
      fileWith(ORPHAN.replace('["orphan_order"]', "[]")),
      "--json",
    ]);
    const { evidence_dir: directory } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
    const [snapshot, known] = ["snapshot", "expected"].map((what) =>
      join(directory, `night_line_1_${what}.json`),
    );
    const looked = await runHere(["sync", "--snapshot", snapshot ?? "", "--expected", known ?? ""]);
    expect(looked.stdout).toContain("MISMATCH orphan_order: ");
  });

  it("says aloud where to find what it recorded", async () => {
    const { exitCode, stdout } = await runHere(["--replay", fileWith(historyText(historyLine(0)))]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^=== Skipped ===\n(?:.*\n)*? {4}because: no line does, .*read night_recorded\.jsonl, correct it, and replay that$/m,
    );
  });

  it.each([
    {
      name: "a bad line",
      file: () => fileWith(`${ORPHAN}{}\n`),
      says: /--replay \S+night\.jsonl: line 2: at: expected Unix ms/,
    },
    {
      name: "no such file",
      file: () => join(temporaryDirectory(), "gone.jsonl"),
      says: /--replay \S+gone\.jsonl: no such file/,
    },
    { name: "a directory", file: () => temporaryDirectory(), says: /this is a directory, a file is needed/ },
    { name: "nothing", file: () => "", says: /--replay: expected a file, got nothing/ },
    {
      name: "text that is no UTF-8",
      file: () => {
        const path = fileWith("");
        fs.writeFileSync(path, Buffer.from([0xff]));
        return path;
      },
      says: /not UTF-8/,
    },
    {
      name: "too much",
      file: () => {
        const path = fileWith("");
        fs.truncateSync(path, MOST_HISTORY_BYTES + 1);
        return path;
      },
      says: /this is too large: it may have 32 MiB/,
    },
  ])("refuses $name with exit code 2 and one line", async ({ file, says }) => {
    const { exitCode, stdout, stderr } = await runHere(["--replay", file()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: [^\n]+\n$/);
    expect(stderr).toMatch(says);
  });

  it.each([["--suite", "full"], ["--only", "a"], ["--alerts"], ["--expected-failures", "x"]])(
    "runs alone: not beside %s",
    async (...more) => {
      const { exitCode, stderr } = await runHere(["--replay", fileWith(ORPHAN), ...more]);
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: `account-sync-drill: --replay runs alone: leave ${more[0]} out\n`,
      });
    },
  );

  it("reads standard input once", async () => {
    expect((await runHere(["--replay", "-", "--replay", "-"])).stderr).toBe(
      "account-sync-drill: --replay: - can be given once\n",
    );
  });
});
