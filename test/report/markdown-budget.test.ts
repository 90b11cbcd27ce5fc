import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckResult, DrillReport, DrillResult } from "../../src/drill/results.js";
import {
  COMMENT_BYTES,
  type MarkdownSource,
  renderComment,
  renderJobSummary,
  SUMMARY_BYTES,
} from "../../src/report/markdown.js";
import { printable } from "../../src/syncer/printable.js";
import { markdownSource } from "../support/markdown-source.js";
import { codesShown, structureOf } from "../support/rendered-markdown.js";
import { drillReport, FAILED, reportOfChecks } from "../support/sample-report.js";

/** Of any length, made of what takes the most room: many bytes, escapes, long fences. */
const longText = (maxTimes: number) =>
  fc
    .tuple(
      fc.constantFrom("a", "`", "😀", "\u{e0001}", "|", "é\n", "ab.", "<!-- ", "\n"),
      fc.nat({ max: maxTimes }),
    )
    .map(([unit, times]) => unit.repeat(times));
const text = longText(3000);

const check: fc.Arbitrary<CheckResult> = fc.record({
  label: text,
  stage: fc.constantFrom("found", "counted", "exposed", "kept"),
  status: fc.constantFrom("passed", "failed", "failed", "skipped"),
  expected: text,
  actual: text,
});
const drill: fc.Arbitrary<DrillResult> = fc.record({
  id: fc.oneof(fc.constantFrom("a", "b", "guard"), text),
  title: text,
  injected: fc.option(text),
  caught: fc.array(text, { maxLength: 40 }),
  counted: fc.array(text, { maxLength: 3 }),
  checks: fc.array(check, { maxLength: 30 }),
  provenMarker: fc.option(text),
  metricLines: fc.constant([]),
  files: fc.constant(new Map()),
});
const report: fc.Arbitrary<DrillReport> = fc.record({
  toolVersion: text,
  syncer: fc.record({ name: text, version: text, language: text }),
  commit: fc.option(text),
  startedAt: fc.constant(0),
  drills: fc.array(drill, { maxLength: 12 }),
  brokeOff: fc.option(text),
});
const source: fc.Arbitrary<MarkdownSource> = fc.record({
  report,
  evidenceRef: longText(1000).map((path) => `EVIDENCE_REF evidence_dir=${path}`),
  fingerprint: fc.constant("0123456789abcdef".repeat(4)),
  leg: fc.option(text),
  change: fc.option(fc.constant("unchanged since the last comment")),
  runUrl: fc.option(fc.constant("https://github.com/octo/bot/actions/runs/42")),
  artifactUrl: fc.option(fc.constant("https://github.com/octo/bot/actions/runs/42/artifacts/7")),
  unsigned: fc.option(fc.constant("this run gets no OIDC token")),
  summaryText: longText(60_000),
  checksumsText: longText(60_000),
});

/** The first line, as it is where there is room for everything. */
function headOf(of: MarkdownSource): string {
  return renderComment(of, Number.MAX_SAFE_INTEGER).split("\n", 1).join("");
}

describe("the budget of a comment", () => {
  it("holds for any report: head, links and reference whole, every fence and fold closed", () => {
    fc.assert(
      fc.property(source, fc.nat({ max: 4000 }), (of, marker) => {
        const comment = renderComment(of, COMMENT_BYTES - marker);
        expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(COMMENT_BYTES - marker);
        expect(comment.startsWith(`${headOf(of)}\n`)).toBe(true);
        const structure = structureOf(comment);
        expect(structure.split("<details>")).toHaveLength(structure.split("</details>").length);
        expect(structure).toContain("fingerprint <code></code>");
        expect(codesShown(comment)).toContain(`${printable(of.evidenceRef).trimEnd()}\n`);
      }),
    );
  });

  const long = "x".repeat(40_000);
  const cut = (what: string) => `${what} (cut for length: it is in the evidence)`;
  it.each([
    { name: "nothing is cut where there is room", different: {}, cuts: [] },
    {
      name: "the checksums go first",
      different: { summaryText: long, checksumsText: long },
      cuts: [cut("sha256sums.txt")],
    },
    {
      name: "then the summary",
      different: { summaryText: long.repeat(2), checksumsText: long },
      cuts: [cut("summary.txt"), cut("sha256sums.txt")],
    },
  ])("is kept from the end: $name", ({ different, cuts }) => {
    const comment = renderComment(markdownSource(different), COMMENT_BYTES);
    expect(comment.split("\n").filter((line) => line.includes("cut for length"))).toEqual(cuts);
  });

  it("gives up the table, then the causes, never the verdict, the links and the reference", () => {
    const of = markdownSource({ report: reportOfChecks(FAILED) });
    const sizes = [1_000, 525, 475, 300];
    const kept = ["### ", "**2 mismatches**", "| | Drill |", "[run](", "EVIDENCE_REF "];
    const shown = sizes.map((size) => {
      const comment = renderComment(of, size);
      return kept.filter((start) => comment.includes(`\n${start}`) || comment.startsWith(start)).length;
    });
    expect(shown).toEqual([5, 5, 4, 3]);
  });
});

describe("the budget of a job summary", () => {
  it("holds for any report, the picture last to go", () => {
    const long = longText(400_000);
    fc.assert(
      fc.property(source, long, (of, summaryText) => {
        const summary = renderJobSummary({ ...of, summaryText });
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BYTES);
        expect(summary.startsWith(`${headOf(of)}\n`)).toBe(true);
        expect(summary).toContain("```mermaid");
      }),
      { numRuns: 12 },
    );
  });

  it("is larger than a comment's", () => {
    const of = markdownSource({ report: drillReport(), summaryText: "x".repeat(100_000) });
    expect(renderJobSummary(of)).toContain("x".repeat(100_000));
    expect(renderComment(of, COMMENT_BYTES)).not.toContain("x".repeat(100));
  });
});
