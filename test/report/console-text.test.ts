import { describe, expect, it } from "vitest";
import { type Palette, renderConsole } from "../../src/report/console-text.js";
import {
  drillReport,
  drillResult,
  FAILED,
  guardOf,
  PASSED,
  PLACE,
  SKIPPED,
} from "../support/sample-report.js";

const CHECKSUMS = [
  { name: "drill_b_log.txt", sha256: "0123" },
  { name: "summary.txt", sha256: "4567" },
];
const CONSOLE_PLACE = { ...PLACE, checksums: CHECKSUMS, verify: "drill verify out/20260102T030405Z" };
const PLAIN: Palette = { good: (text) => text, bad: (text) => text, faint: (text) => text };
const MARKED: Palette = {
  good: (text) => `<good>${text}</>`,
  bad: (text) => `<bad>${text}</>`,
  faint: (text) => `<faint>${text}</>`,
};
const FAILING = drillReport({
  drills: [
    drillResult({ checks: [PASSED, FAILED], provenMarker: null }),
    guardOf({ ...FAILED, label: "guard" }),
    drillResult({ id: "e", title: "Metrics contract", checks: [SKIPPED], provenMarker: null }),
  ],
});

describe("renderConsole of a run that passed", () => {
  it("tells the story of each drill, then the evidence, then the verdict and what to copy", () => {
    expect(renderConsole(drillReport(), CONSOLE_PLACE, PLAIN)).toBe(
      `account-sync-drill 1.2.3, drilling the my syncer 4.5 (Python)

=== Drill B: Duplicate key + negative qty ===
  injected: the same position twice -> found: duplicate_key, negative_qty -> counted: 1, 2 -> see: drill_b_log.txt
  PASS: sync is ok
  drill_b_PROVEN: detected

=== Artifact guard ===
  PASS: sync is ok

=== Evidence ===
  out/20260102T030405Z
  0123  drill_b_log.txt
  4567  summary.txt

=== Results: 2 passed, 0 failed, 0 skipped ===
EVIDENCE_REF mode=account-sync-drill fingerprint=f00d
Next: paste the EVIDENCE_REF line into your pull request; whoever doubts it runs: drill verify out/20260102T030405Z
`,
    );
  });

  it("is the same text with colours, once they are taken out", () => {
    const coloured = renderConsole(drillReport(), CONSOLE_PLACE, MARKED);
    expect(coloured.replace(/<\/?(good|bad|faint)?>/g, "")).toBe(
      renderConsole(drillReport(), CONSOLE_PLACE, PLAIN),
    );
  });

  it("colours the word of each check, the marker, the checksums and the verdict", () => {
    const lines = renderConsole(drillReport(), CONSOLE_PLACE, MARKED).split("\n");
    expect(lines.filter((line) => line.includes("<"))).toEqual([
      "  <good>PASS</>: sync is ok",
      "  <good>drill_b_PROVEN: detected</>",
      "  <good>PASS</>: sync is ok",
      "<faint>  0123  drill_b_log.txt</>",
      "<faint>  4567  summary.txt</>",
      "<good>=== Results: 2 passed, 0 failed, 0 skipped ===</>",
    ]);
  });
});

describe("renderConsole of a run that failed", () => {
  it("repeats what did not pass just above the verdict: expected, actual and the file that shows it", () => {
    const text = renderConsole(FAILING, CONSOLE_PLACE, PLAIN);
    expect(text.slice(text.indexOf("=== Failed ==="))).toBe(
      `=== Failed ===
  FAIL: 2 mismatches (drill B)
    expected: 2
    actual:   0
    see:      out/20260102T030405Z/drill_b_log.txt
  FAIL: guard (guard)
    expected: 2
    actual:   0
    see:      out/20260102T030405Z/summary.txt

=== Skipped ===
  SKIP: counter orphan_order is 1
    because: the syncer broke off before
    see:      out/20260102T030405Z/drill_b_log.txt

=== Results: 1 passed, 2 failed, 1 skipped ===
EVIDENCE_REF mode=account-sync-drill fingerprint=f00d
Next: read the first FAIL above and the log that it names, in out/20260102T030405Z
`,
    );
  });

  it("shows a failed check in its drill too, and no marker", () => {
    const text = renderConsole(FAILING, CONSOLE_PLACE, PLAIN);
    expect(text).toContain(`  PASS: sync is ok
  FAIL: 2 mismatches
    expected: 2
    actual:   0

=== Artifact guard ===`);
    expect(text).not.toContain("PROVEN");
  });

  it("colours what is bad, and of a check its word alone", () => {
    const check = { ...FAILED, label: "PASS or FAIL", actual: "FAIL, SKIP, PASS" };
    const report = drillReport({ drills: [drillResult({ checks: [check], provenMarker: null })] });
    const lines = renderConsole(report, CONSOLE_PLACE, MARKED).split("\n");
    expect(lines.filter((line) => line.includes("<bad>"))).toEqual([
      "  <bad>FAIL</>: PASS or FAIL",
      "<bad>=== Failed ===</>",
      "  <bad>FAIL</>: PASS or FAIL (drill B)",
      "<bad>=== Results: 0 passed, 1 failed, 0 skipped ===</>",
    ]);
  });

  it("shows what was skipped without alarm", () => {
    const report = drillReport({ drills: [drillResult({ checks: [SKIPPED] })] });
    const text = renderConsole(report, CONSOLE_PLACE, MARKED);
    expect(text).toContain("\n=== Skipped ===\n  <faint>SKIP</>: counter orphan_order is 1\n");
    expect(text).not.toContain("<bad>");
    expect(text).not.toContain("=== Failed ===");
  });

  it("says so where only the syncer broke off", () => {
    const text = renderConsole(drillReport({ brokeOff: "it hung" }), CONSOLE_PLACE, MARKED);
    expect(text).toContain("<bad>=== Results: 2 passed, 0 failed, 0 skipped ===</>");
    expect(text).not.toContain("pull request");
  });
});
