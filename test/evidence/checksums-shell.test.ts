import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintOf, parseChecksums } from "../../src/evidence/checksums.js";
import { writtenEvidence } from "../support/evidence-directory.js";
import { leftOut } from "../support/left-out.js";

const RECIPE = "grep ' drill_' sha256sums.txt | LC_ALL=C sort | sha256sum";

function run(cwd: string, command: string) {
  const { status, stdout } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
  return { status, stdout };
}

const missing = spawnSync("sha256sum", ["--version"]).error !== undefined;

describe.skipIf(leftOut(missing, "checksums held against coreutils", "sha256sum is missing"))(
  "coreutils in an evidence directory",
  () => {
    it("accepts every checksum", async () => {
      const directory = await writtenEvidence();
      expect(run(directory, "sha256sum -c sha256sums.txt")).toEqual({
        status: 0,
        stdout: "drill_a_log.txt: OK\ndrill_a_metrics.txt: OK\ndrill_b_log.txt: OK\nsummary.txt: OK\n",
      });
    });

    it("accepts every line's format, strictly", async () => {
      const directory = await writtenEvidence({ "with blank.txt": "é\u2028\0", "é.txt": "" });
      expect(run(directory, "sha256sum --strict --status -c sha256sums.txt").status).toBe(0);
    });

    it("refuses a file that was changed", async () => {
      const directory = await writtenEvidence();
      appendFileSync(join(directory, "summary.txt"), "!");
      expect(run(directory, "sha256sum --status -c sha256sums.txt").status).toBe(1);
    });

    it("gives the fingerprint by the documented recipe", async () => {
      const directory = await writtenEvidence();
      const { checksums } = parseChecksums(readFileSync(join(directory, "sha256sums.txt"), "utf8"));
      expect(run(directory, RECIPE)).toEqual({ status: 0, stdout: `${fingerprintOf(checksums)}  -\n` });
    });

    it("is told that recipe in the words that are tested here", () => {
      const source = readFileSync(new URL("../../src/evidence/checksums.ts", import.meta.url), "utf8");
      expect(source).toContain(RECIPE);
    });
  },
);
