import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metricsText, writeMetricsFile } from "../../../src/deployment/kept/metrics-file.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";

const PAGE = { receivers: ["desk"], least: 190, most: 219.6 };
const CHECK = { command: "check", now: 1_000_500, isSuccess: true, checks: [], estimate: PAGE } as const;

describe("the metrics file", () => {
  it("says when the command ran, and how that ended", () => {
    const lines = metricsText("", CHECK)
      .split("\n")
      .filter((line) => !line.startsWith("#"));
    expect(lines).toEqual([
      'account_sync_drill_last_run_timestamp_seconds{command="check"} 1000',
      'account_sync_drill_last_success_timestamp_seconds{command="check"} 1000',
      ...["failed", "passed", "skipped", "warned"].map(
        (result) => `account_sync_drill_checks{command="check",result="${result}"} 0`,
      ),
      "account_sync_drill_seconds_to_page 220",
      "",
    ]);
  });

  it("keeps the last success through a failure, and what it says of the other command", () => {
    const before = metricsText(metricsText("", { ...CHECK, command: "ring" }), CHECK);
    const after = metricsText(before, { ...CHECK, now: 2_000_000, isSuccess: false, estimate: null });
    expect(after).toContain('last_success_timestamp_seconds{command="check"} 1000\n');
    expect(after).toContain('last_success_timestamp_seconds{command="ring"} 1000\n');
    expect(after).toContain('last_run_timestamp_seconds{command="check"} 2000\n');
    expect(after).not.toContain("seconds_to_page");
  });

  it("leaves nothing else beside it, and takes nothing over that is not its own", () => {
    const path = join(temporaryDirectory(), "drill.prom");
    fs.writeFileSync(path, 'evil{a="b"} 1\naccount_sync_drill_checks{command="check",result="x"} 1e9\n');
    writeMetricsFile(fs, path, CHECK);
    expect(fs.readFileSync(path, "utf8")).toBe(metricsText("", CHECK));
    expect(fs.readdirSync(join(path, ".."))).toEqual(["drill.prom"]);
  });

  it("is refused in one line where it cannot be written", async () => {
    const path = join(temporaryDirectory(), "nowhere", "drill.prom");
    expect(await thrownBy(() => writeMetricsFile(fs, path, CHECK))).toMatchObject({
      code: "evidence_not_written",
      message: expect.stringMatching(/^--metrics-file .*drill\.prom: ENOENT/),
    });
  });
});
