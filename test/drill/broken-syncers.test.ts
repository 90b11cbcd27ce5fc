import * as fs from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { drillPassed } from "../../src/report/wording.js";
import { BROKEN_SYNCERS } from "../support/broken-syncers.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { FlawedSyncer } from "../support/flawed-syncer.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const SOUND_FILES = [
  "drill_a_log.txt",
  "drill_a_metrics.txt",
  "drill_b_log.txt",
  "drill_b_metrics.txt",
  "drill_c_log.txt",
  "drill_c_metrics.txt",
  "drill_d_log.txt",
  "drill_d_metrics.txt",
  "drill_e_metrics.txt",
  "junit.xml",
  "results.json",
  "sha256sums.txt",
  "summary.txt",
];

describe("a syncer that", () => {
  it("is flawed in nothing passes every drill", async () => {
    const { report } = await fireDrill(temporaryDirectory(), { syncer: new FlawedSyncer({}) });
    expect(report.drills.filter((drill) => !drillPassed(drill))).toEqual([]);
  });

  it.each(BROKEN_SYNCERS)("$name fails drill $failing, and no other", async ({ flaws, failing }) => {
    const syncer = new FlawedSyncer(flaws);
    const { report, evidenceDir, evidenceRef } = await fireDrill(temporaryDirectory(), { syncer });
    const failed = report.drills.filter((drill) => drill.checks.some(({ status }) => status === "failed"));
    const unproven = report.drills.filter(({ id, provenMarker }) => id !== "guard" && provenMarker === null);
    expect(failed.map(({ id }) => id).join("")).toBe(failing);
    expect(unproven.map(({ id }) => id).join("")).toBe(failing);
    expect(report.drills.map(({ checks }) => checks.length)).toEqual([7, 7, 5, 6, 8, 1]);
    expect(report.brokeOff).toBeNull();

    expect(evidenceRef).toMatch(/^EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_1 /);
    expect(namesIn(evidenceDir)).toEqual(SOUND_FILES);
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
    const texts = textsIn(evidenceDir);
    const marked = Object.keys(texts).filter((name) => /^drill_\w_PROVEN/m.test(texts[name] ?? ""));
    const proven = "abcd".replace(new RegExp(`[${failing}]`, "g"), "");
    expect(marked.map((name) => basename(name))).toEqual([...proven].map((id) => `drill_${id}_log.txt`));
    expect(texts["summary.txt"]).toMatch(/^Account sync fire drill: failed, \d+ of 34\n/);
  });
});
