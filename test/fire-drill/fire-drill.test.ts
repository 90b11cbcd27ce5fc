import * as fs from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { resultsLine, totalsOf } from "../../src/drill/results.js";
import { checksumsOf } from "../../src/evidence/checksums.js";
import { RUNBOOK_RULES } from "../../src/syncer/mismatch-rules.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { fireDrill, STARTED_AT } from "../support/fire-drill-run.js";
import { ALL_PASSED } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const MARKERS = [
  "drill_a_PROVEN: clean sync",
  "drill_b_PROVEN: duplicate_key + negative_qty detected",
  "drill_c_PROVEN: orphan_ord_x flagged, known_ord_1 not flagged",
  "drill_d_PROVEN: ts_regression detected",
  "drill_e_PROVEN: all 27 account sync patterns present",
];

describe("a fire drill that passes", () => {
  it("makes every check, the guard's last, and proves all drills", async () => {
    const { report } = await fireDrill(temporaryDirectory());
    expect(resultsLine(report)).toBe(ALL_PASSED);
    expect(report.drills.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "guard"]);
    expect(report.drills.flatMap(({ provenMarker }) => provenMarker ?? [])).toEqual(MARKERS);
    expect(report).toMatchObject({ toolVersion: "1.2.3", startedAt: STARTED_AT, brokeOff: null });
    expect(report.syncer.name).toBe("bundled AccountSyncer");
  });

  it("leaves the files of the contract and nothing else, whole", async () => {
    const artifactDir = temporaryDirectory();
    const { evidenceDir, fingerprint } = await fireDrill(artifactDir);
    expect(evidenceDir).toBe(join(artifactDir, "account_sync_fire_drill", "20260102T030405Z"));
    expect(namesIn(evidenceDir)).toEqual([
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
    ]);
    expect(namesIn(join(artifactDir, "account_sync_fire_drill"))).toEqual([basename(evidenceDir)]);
    expect(verifyEvidence(fs, evidenceDir)).toEqual({ damage: [], intact: 12, fingerprint });
  });

  it("hands back the texts and checksums that it wrote", async () => {
    const { evidenceDir, files, checksums } = await fireDrill(temporaryDirectory());
    const { "sha256sums.txt": sums, ...texts } = textsIn(evidenceDir);
    expect(Object.fromEntries(files)).toEqual(texts);
    expect(checksums).toEqual(checksumsOf(files));
    expect(sums?.split("\n")).toHaveLength(checksums.length + 1);
  });

  it("puts one and the same reference into the summary, results.json and the outcome", async () => {
    const { evidenceDir, evidenceRef, fingerprint, files } = await fireDrill(temporaryDirectory());
    expect(evidenceRef).toBe(
      `EVIDENCE_REF mode=account-sync-drill evidence_dir=${evidenceDir} summary=${evidenceDir}/summary.txt ` +
        `sha256sums=${evidenceDir}/sha256sums.txt fingerprint=${fingerprint}`,
    );
    expect(files.get("summary.txt")?.split("\n")[1]).toBe(evidenceRef);
    expect(JSON.parse(files.get("results.json") ?? "")).toMatchObject({
      evidence_ref: evidenceRef,
      evidence_dir: evidenceDir,
      fingerprint,
      result: "passed",
    });
  });

  it("names the commit, where it is told one, behind everything else", async () => {
    const { evidenceRef, files } = await fireDrill(temporaryDirectory(), { commit: "c0ffee" });
    expect(evidenceRef).toMatch(/ fingerprint=[0-9a-f]{64} commit=c0ffee$/);
    expect(files.get("summary.txt")).toContain("\ncommit: c0ffee\n");
    expect(JSON.parse(files.get("results.json") ?? "")).toMatchObject({ commit: "c0ffee" });
  });

  it("writes the markers into the summary, and each into its own drill's log", async () => {
    const { files } = await fireDrill(temporaryDirectory());
    for (const marker of MARKERS) expect(files.get("summary.txt")).toContain(`  ${marker}\n`);
    for (const marker of MARKERS.slice(0, 4)) {
      expect(files.get(`${marker.slice(0, 7)}_log.txt`)?.split("\n")).toContain(marker);
    }
  });

  it("gives the same logs, metrics and fingerprint at another time, in another place", async () => {
    const first = await fireDrill(temporaryDirectory());
    const second = await fireDrill(join(temporaryDirectory(), "else where"), {
      clock: () => 1,
      toolVersion: "9",
    });
    const drillFiles = ({ files }: typeof first) => [...files].filter(([name]) => name.startsWith("drill_"));
    expect(drillFiles(first)).toHaveLength(9);
    expect(drillFiles(second)).toEqual(drillFiles(first));
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(second.evidenceDir).not.toBe(first.evidenceDir);
  });
});

describe("a fire drill whose syncer breaks off", () => {
  it("leaves whole evidence that says so, with everything that was found before", async () => {
    const syncer = new BreakingSyncer("sync", 3);
    const { report, evidenceDir, evidenceRef } = await fireDrill(temporaryDirectory(), { syncer });
    expect(totalsOf(report)).toEqual({ passed: 15, failed: 5, skipped: 14 });
    expect(evidenceRef).toMatch(/^EVIDENCE_REF mode=account-sync-drill status=failed reason=exit_code_3 /);
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
    const texts = textsIn(evidenceDir);
    expect(texts["summary.txt"]).toContain("\nbroke off: the process ended\n");
    expect(texts["drill_b_log.txt"]).toContain(MARKERS[1]);
    expect(texts["drill_c_log.txt"]).toBe("the syncer broke off: the process ended\n");
  });
});

describe("a fire drill with more to keep", () => {
  it("keeps what the syncer wrote to standard error, and the drill of what the others produced", async () => {
    const syncer = Object.assign(new BundledSyncer("1.2.3"), { stderr: "a warning\n" });
    const { report, evidenceDir } = await fireDrill(temporaryDirectory(), {
      syncer,
      alerts: "asked",
      testRules: async () => "no alert rang",
    });
    const texts = textsIn(evidenceDir);
    expect(texts).toMatchObject({ "syncer_stderr.txt": "a warning\n" });
    expect(texts["drill_f_log.txt"]).toContain("Drill F: Alert");
    expect(report.drills.map(({ id }) => id).join()).toBe("a,b,c,d,e,f,guard");
    const alertDrill = report.drills.find(({ id }) => id === "f");
    expect(alertDrill?.checks.map(({ label }) => label.split(" ")[0])).toEqual([
      "a",
      ...RUNBOOK_RULES,
      "a",
      "proven:",
    ]);
    expect(verifyEvidence(fs, evidenceDir).damage).toEqual([]);
  });

  it("keeps no file for a syncer that wrote nothing there", async () => {
    const { evidenceDir } = await fireDrill(temporaryDirectory());
    expect(namesIn(evidenceDir)).not.toContain("syncer_stderr.txt");
  });
});
