import { describe, expect, it } from "vitest";
import { COMMENT_BYTES, renderComment, renderJobSummary } from "../../src/report/markdown.js";
import { expectGolden, withoutTheMoment } from "../golden/golden.js";
import { codesShown } from "../support/rendered-markdown.js";
import { REPORTED_RUNS, reportedSource } from "../support/reported-runs.js";
import { CHECKS } from "../support/suite-counts.js";

function withoutThePlace(text: string, directory: string): string {
  return withoutTheMoment(text.replaceAll(directory, ".artifacts"));
}

describe.each(REPORTED_RUNS)("a run that $name", (run) => {
  it("reads well as a comment", async () => {
    const { source, directory } = await reportedSource(run);
    expectGolden(`comment-${run.name}.md`, withoutThePlace(renderComment(source, COMMENT_BYTES), directory));
  });

  it("reads well as a job summary", async () => {
    const { source, directory } = await reportedSource(run);
    expectGolden(`job-summary-${run.name}.md`, withoutThePlace(renderJobSummary(source), directory));
  });

  it("says the verdict and what was drilled in the first line, and the reference whole", async () => {
    const { source } = await reportedSource(run);
    const comment = renderComment(source, COMMENT_BYTES);
    const checks = run.drills === undefined ? CHECKS : "[0-9]+";
    const drilled = run.syncer?.().identity.name ?? "bundled example syncer";
    const [heading = ""] = comment.split("\n");
    expect(heading).toMatch(new RegExp(`^### Account sync fire drill: (passed|failed), [0-9]+ of ${checks}`));
    expect(heading).toContain(drilled);
    expect(codesShown(comment)).toContain(`${source.evidenceRef}\n`);
  });
});
