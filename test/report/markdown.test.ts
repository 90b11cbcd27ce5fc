import { describe, expect, it } from "vitest";
import {
  COMMENT_BYTES,
  type MarkdownSource,
  renderComment,
  renderJobSummary,
} from "../../src/report/markdown.js";
import { markdownSource } from "../support/markdown-source.js";
import { drillReport, FAILED, reportOfChecks } from "../support/sample-report.js";

function commentOf(different: Partial<MarkdownSource> = {}): string {
  return renderComment(markdownSource(different), COMMENT_BYTES);
}

function footerOf(different: Partial<MarkdownSource>): string {
  return (
    commentOf(different)
      .split("\n")
      .find((line) => line.startsWith("Fingerprint")) ?? ""
  );
}

describe("the comment's first line", () => {
  it.each([
    { name: "without a matrix", leg: null, line: "### Account sync fire drill: passed, 2 of 2" },
    {
      name: "with a leg",
      leg: '{"node":"20"}',
      line: "### Account sync fire drill: passed, 2 of 2 on `node 20`",
    },
    {
      name: "with a long leg, cut",
      leg: "x".repeat(200),
      line: `### Account sync fire drill: passed, 2 of 2 on \`${"x".repeat(100)}…\``,
    },
  ])("says the verdict $name", ({ leg, line }) => {
    expect(commentOf({ leg }).split("\n")[0]).toBe(line);
  });
});

describe("the comment's second line", () => {
  it("is the reference, ready to copy, also with a bar or a backtick in the path", () => {
    const evidenceRef = "EVIDENCE_REF evidence_dir=a|b`c";
    expect(commentOf({ evidenceRef }).split("\n")[1]).toBe(`\`\`${evidenceRef}\`\``);
  });
});

describe("the comment's footer", () => {
  const usual = "drilled: `my syncer 4.5 (Python)`";
  const run = "[run](https://github.com/octo/bot/actions/runs/42)";
  it.each([
    {
      name: "with all there is to say",
      different: {},
      footer: `Fingerprint \`f00df00df00d\` · ${run} · ${usual}`,
    },
    {
      name: "with what became of the fingerprint",
      different: { change: "unchanged since the last comment" },
      footer: `Fingerprint \`f00df00df00d\` unchanged since the last comment · ${run} · ${usual}`,
    },
    {
      name: "with the uploaded evidence",
      different: { artifactUrl: "https://github.com/a" },
      footer: `Fingerprint \`f00df00df00d\` · [evidence](https://github.com/a) · ${run} · ${usual}`,
    },
    { name: "outside a run", different: { runUrl: null }, footer: `Fingerprint \`f00df00df00d\` · ${usual}` },
    {
      name: "with the commit, short",
      different: { report: drillReport({ commit: "0123456789abcdef0123456789abcdef01234567" }) },
      footer: `Fingerprint \`f00df00df00d\` · commit 0123456 · ${run} · ${usual}`,
    },
    {
      name: "with a commit that is none, as code",
      different: { report: drillReport({ commit: "@octocat" }) },
      footer: `Fingerprint \`f00df00df00d\` · commit \`@octocat\` · ${run} · ${usual}`,
    },
    {
      name: "with an address that could end its link",
      different: { runUrl: "https://a/b)](c d<e>`\\" },
      footer: `Fingerprint \`f00df00df00d\` · [run](https://a/b%29%5d%28c%20d%3ce%3e%60%5c) · ${usual}`,
    },
  ])("reads right $name", ({ different, footer }) => {
    expect(footerOf(different)).toBe(footer);
  });
});

describe("evidence that was to be signed and cannot be", () => {
  it("says so and why in one line of the comment and of the job summary", () => {
    const unsigned = "no OIDC token";
    const line = "\n\nUnsigned evidence: `no OIDC token`\n\n";
    expect(commentOf({ unsigned })).toContain(line);
    expect(renderJobSummary(markdownSource({ unsigned }))).toContain(line);
  });

  it("is not mentioned otherwise", () => {
    expect(commentOf().toLowerCase()).not.toContain("signed");
  });
});

describe("the comment", () => {
  it("names the failed checks above the table, and folds the files below", () => {
    const comment = commentOf({ report: reportOfChecks(FAILED) });
    const places = [
      "- **2 mismatches**",
      "| | Drill |",
      "Fingerprint",
      "<summary>summary.txt",
      "<summary>sha256sums.txt",
    ];
    const found = places.map((place) => comment.indexOf(place));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found).not.toContain(-1);
  });

  it("shows the files as they are, also where they hold what a replacement would take for a pattern", () => {
    const text = "$& $1 $` $' $$";
    expect(commentOf({ summaryText: text })).toContain(`\n${text}\n`);
  });
});

describe("the job summary", () => {
  it("is the comment with the picture behind its head", () => {
    const summary = renderJobSummary(markdownSource());
    const [head, picture, ...rest] = summary.split("\n\n");
    expect(picture).toMatch(/^```mermaid\n[^`]*```$/);
    expect([head, ...rest].join("\n\n")).toBe(commentOf());
  });
});
