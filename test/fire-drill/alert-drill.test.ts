import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrillResult } from "../../src/drill/results.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { drillsOf } from "../../src/drills/suites.js";
import { alertDrill } from "../../src/fire-drill/alert-drill.js";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { type TestRules, testRulesWith } from "../../src/rules/promtool.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";
import { FRUGAL, onEachPromtool, type Promtool } from "../support/promtool.js";
import { ALERT_CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const { drills: DRILLS } = await runDrills(
  drillsOf("runbook", DEFAULT_METRIC_PREFIX),
  new BundledSyncer("0"),
  DEFAULT_METRIC_PREFIX,
);
const OPTIONS = { settings: DEFAULT_SETTINGS, required: false };
const MARKER = "drill_f_PROVEN: silent on a clean account, ringing for each of the four rules";

/** Runs a promtool that may have another name than the drill knows. */
function testRules(promtool: Promtool): TestRules {
  const bin = temporaryDirectory();
  const frugal = Object.entries(FRUGAL).map((pair) => pair.join("="));
  fs.writeFileSync(
    join(bin, "promtool"),
    `#!/bin/sh\nexport ${frugal.join(" ")}\nPATH='${process.env.PATH}'\nexec ${promtool.name} "$@"\n`,
    { mode: 0o755 },
  );
  return testRulesWith(fs, { PATH: `${bin}:${process.env.PATH}` });
}

function statuses({ checks }: DrillResult): string[] {
  return checks.map(({ status }) => status);
}

/** The drills, with something changed in the metrics text of one of them. */
function withText(id: string, change: (text: string) => string): DrillResult[] {
  return DRILLS.map((drill) => {
    const name = `drill_${id}_metrics.txt`;
    const text = drill.files.get(name);
    if (drill.id !== id || text === undefined) return drill;
    expect(change(text)).not.toBe(text);
    return { ...drill, files: new Map([...drill.files, [name, change(text)]]) };
  });
}

onEachPromtool((promtool) => {
  describe("drill F", () => {
    it("proves that the alert rings for what the drills really produced, and says when", async () => {
      const result = await alertDrill(DRILLS, { ...OPTIONS, testRules: testRules(promtool) });
      expect(statuses(result)).toEqual(Array(ALERT_CHECKS).fill("passed"));
      expect(result.provenMarker).toBe(MARKER);
      expect(result.checks[1]?.actual).toBe("rings 3:00 after the scrape that shows it");
      expect(result.caught).toEqual(["ts_regression", "duplicate_key", "negative_qty", "orphan_order"]);
      expect(result.files.get("drill_f_log.txt")).toContain(`\n${MARKER}\n`);
    });

    it("leaves a promtool test that passes where the evidence lies, with the rules beside it", async () => {
      const { files } = await alertDrill(DRILLS, { ...OPTIONS, testRules: testRules(promtool) });
      const directory = temporaryDirectory();
      for (const [name, text] of files) fs.writeFileSync(join(directory, name), text);
      const { exitCode, output } = promtool.run("test", "rules", join(directory, "drill_f_alerts.test.yml"));
      expect({ exitCode, output }).toEqual({ exitCode: 0, output });
    });

    it("is the same text on every run", async () => {
      const runs = [1, 2].map(() => alertDrill(DRILLS, { ...OPTIONS, testRules: testRules(promtool) }));
      const [first, second] = await Promise.all(runs);
      expect(first).toEqual(second);
    });

    if (!promtool.isFirst) return;
    it.each([
      {
        name: "a counter that does not move",
        drills: withText("c", (text) => text.replace('{rule="orphan_order"} 1', '{rule="orphan_order"} 0')),
        fails: "orphan_order rings",
      },
      {
        name: "a renamed counter",
        drills: withText("d", (text) => text.replaceAll("_mismatches_total", "_mismatch_total")),
        fails: "ts_regression rings",
      },
      {
        name: "a clean account that is stale",
        drills: withText("a", (text) => text.replace("_data_age_seconds 8", "_data_age_seconds 800")),
        fails: "a clean account rings nothing",
      },
      {
        name: "a clean account that lost its series",
        drills: withText("a", (text) => text.replaceAll("_last_wall_ts", "_wall_ts")),
        fails: "a clean account rings nothing",
      },
      {
        name: "a gauge of the last mismatch that there is not",
        drills: DRILLS.map((drill) => ({
          ...drill,
          files: new Map(
            [...drill.files].map(([name, text]) => [
              name,
              text.replaceAll("last_mismatch_timestamp", "last_seen"),
            ]),
          ),
        })),
        fails: "a mismatch before the first scrape rings AccountSyncMismatchMissed",
      },
      {
        name: "a drill without metrics",
        drills: DRILLS.map((drill) => (drill.id === "b" ? { ...drill, files: new Map() } : drill)),
        fails: "duplicate_key rings",
      },
    ])("fails for $name", async ({ drills, fails }) => {
      const result = await alertDrill(drills, { ...OPTIONS, testRules: testRules(promtool) });
      const failed = result.checks.filter(({ status }) => status === "failed").map(({ label }) => label);
      expect(failed.join()).toContain(fails);
      expect(failed.join()).toContain("proven");
      expect(result.provenMarker).toBeNull();
    });
  });
});

describe("drill F without promtool", () => {
  const missing = testRulesWith(fs, { PATH: "/nowhere" });

  it("is skipped, check by check, and says why", async () => {
    const result = await alertDrill(DRILLS, { ...OPTIONS, testRules: missing });
    expect(statuses(result)).toEqual(Array(ALERT_CHECKS).fill("skipped"));
    expect(result.checks.map(({ actual }) => actual).join()).toContain("promtool is not on the PATH");
    expect(result.provenMarker).toBeNull();
  });

  it("fails where it is required", async () => {
    const result = await alertDrill(DRILLS, { ...OPTIONS, required: true, testRules: missing });
    expect(statuses(result)).toEqual(Array(ALERT_CHECKS).fill("failed"));
  });

  it("leaves no temporary directory behind", async () => {
    const removed: string[] = [];
    const files = {
      ...fs,
      rmSync: (path: string, options: object) => {
        removed.push(path);
        fs.rmSync(path, options);
      },
    };
    await alertDrill(DRILLS, { ...OPTIONS, testRules: testRulesWith(files, { PATH: "/nowhere" }) });
    expect(removed.map((path) => fs.existsSync(path))).toEqual([false]);
  });
});
