import { describe, expect, it } from "vitest";
import {
  COMMENT_BYTES,
  type MarkdownSource,
  renderComment,
  renderJobSummary,
} from "../../src/report/markdown.js";
import { documentNames } from "../support/documents.js";
import { markdownSource } from "../support/markdown-source.js";
import { drillReport, FAILED, reportOfChecks } from "../support/sample-report.js";

function commentOf(different: Partial<MarkdownSource> = {}): string {
  return renderComment(markdownSource(different), COMMENT_BYTES);
}

function linksOf(different: Partial<MarkdownSource>): string {
  const lines = commentOf(different).split("\n");
  return lines.find((line) => line.includes("fingerprint `")) ?? "";
}

const BUNDLED = drillReport({
  syncer: { name: "bundled AccountSyncer", version: "1.2.3", language: "TypeScript", isBundled: true },
});

describe("the comment's first line", () => {
  it.each([
    {
      name: "and what was drilled",
      different: {},
      line: "### Account sync fire drill: passed, 2 of 2 · my syncer 4.5 (Python)",
    },
    {
      name: "and that it was our own example",
      different: { report: BUNDLED },
      line: "### Account sync fire drill: passed, 2 of 2 · bundled example syncer",
    },
    {
      name: "and a name that is no plain words, as code",
      different: { report: drillReport({ syncer: { name: "#1", version: "2", language: "C#" } }) },
      line: "### Account sync fire drill: passed, 2 of 2 · `#1 2 (C#)`",
    },
    {
      name: "with a leg",
      different: { leg: '{"node":"20"}' },
      line: "### Account sync fire drill: passed, 2 of 2 · my syncer 4.5 (Python) · node 20",
    },
    {
      name: "with a long leg, cut",
      different: { leg: ".".repeat(200) },
      line: `### Account sync fire drill: passed, 2 of 2 · my syncer 4.5 (Python) · \`${".".repeat(100)}…\``,
    },
  ])("says the verdict $name", ({ different, line }) => {
    expect(commentOf(different).split("\n")[0]).toBe(line);
  });
});

describe("a run of our own example", () => {
  const SAID = "says nothing about this repository's code: [drill your own](https://github.com/";

  it("says that it proves nothing about anybody's code, and leads on", () => {
    expect(commentOf({ report: BUNDLED }).split("\n\n")[1]).toContain(SAID);
    expect(renderJobSummary(markdownSource({ report: BUNDLED }))).toContain(SAID);
  });

  it("is told apart by what was drilled, not by its name", () => {
    const syncer = { name: "bundled AccountSyncer", version: "1.2.3", language: "TypeScript" };
    expect(commentOf({ report: drillReport({ syncer }) })).not.toContain(SAID);
  });

  it("leads to a document that there is", () => {
    const [, path = ""] = /blob\/main\/([^)]+)\)/.exec(commentOf({ report: BUNDLED })) ?? [];
    expect(documentNames()).toContain(path);
  });
});

describe("the reference", () => {
  it("stands in a fence, ready to copy, also with backticks in the path", () => {
    const evidenceRef = "EVIDENCE_REF evidence_dir=a|b```c";
    expect(commentOf({ evidenceRef })).toContain(`\n\n\`\`\`\`text\n${evidenceRef}\n\`\`\`\`\n\n`);
  });
});

describe("the comment's links", () => {
  const run = "[run](https://github.com/octo/bot/actions/runs/42)";
  const fingerprint = "fingerprint `f00df00df00d`";
  it.each([
    { name: "with all there is to say", different: {}, links: `${run} · ${fingerprint}` },
    {
      name: "with what became of the fingerprint",
      different: { change: "unchanged since the last comment" },
      links: `${run} · ${fingerprint} unchanged since the last comment`,
    },
    {
      name: "with the uploaded evidence",
      different: { artifactUrl: "https://github.com/a" },
      links: `[evidence](https://github.com/a) · ${run} · ${fingerprint}`,
    },
    { name: "outside a run", different: { runUrl: null }, links: fingerprint },
    {
      name: "with the commit, short",
      different: { report: drillReport({ commit: "0123456789abcdef0123456789abcdef01234567" }) },
      links: `${run} · commit 0123456 · ${fingerprint}`,
    },
    {
      name: "with a commit that is none, as code",
      different: { report: drillReport({ commit: "@octocat" }) },
      links: `${run} · commit \`@octocat\` · ${fingerprint}`,
    },
    {
      name: "with an address that could end its link",
      different: { runUrl: "https://a/b)](c d<e>`\\" },
      links: `[run](https://a/b%29%5d%28c%20d%3ce%3e%60%5c) · ${fingerprint}`,
    },
  ])("read right $name", ({ different, links }) => {
    expect(linksOf(different)).toBe(links);
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
  it("says the causes first, then the drills, the links, the reference, and folds the files below", () => {
    const comment = commentOf({ report: reportOfChecks(FAILED) });
    const places = [
      "### Account sync fire drill",
      "**2 mismatches**",
      "| | Drill |",
      "[run](",
      "EVIDENCE_REF ",
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
  it.each([
    { name: "where nothing failed", report: drillReport(), before: 1 },
    { name: "where something did", report: reportOfChecks(FAILED), before: 2 },
  ])("is the comment with the picture above the table, $name", ({ report, before }) => {
    const blocks = renderJobSummary(markdownSource({ report })).split("\n\n");
    const [picture] = blocks.splice(before, 1);
    expect(picture).toMatch(/^```mermaid\n[^`]*```$/);
    expect(blocks[before]).toContain("| | Drill |");
    expect(blocks.join("\n\n")).toBe(commentOf({ report }));
  });
});
