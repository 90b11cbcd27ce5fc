import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { causesOf } from "../../src/report/causes.js";
import { COMMENT_BYTES, renderComment, renderJobSummary } from "../../src/report/markdown.js";
import { verdictOf } from "../../src/report/wording.js";
import { BROWSER_IS_MISSING, onPhone, SCREEN } from "../support/phone.js";
import { REPORTED_RUNS, reportedSource } from "../support/reported-runs.js";
import { temporaryDirectory } from "../support/temp-directory.js";

/** Where to put screenshots, for whoever wants to look; none otherwise. */
const PICTURES = process.env.PHONE_PICTURES;

function pictureOf(name: string): string | undefined {
  return PICTURES === undefined ? undefined : join(PICTURES, `${name}.png`);
}

describe.skipIf(BROWSER_IS_MISSING)("on a phone", () => {
  it.each(REPORTED_RUNS)(
    "a comment on a run that $name fits, its verdict and cause at first sight",
    async (run) => {
      const { source } = await reportedSource(run);
      const comment = renderComment(source, COMMENT_BYTES);
      const view = await onPhone(comment, temporaryDirectory(), pictureOf(`comment-${run.name}`));

      expect(view.tooWide).toEqual([]);
      expect(view.pageWidth).toBe(SCREEN.width);
      const bottomOf = (tag: string, text: string) =>
        view.blocks.find((block) => block.tag === tag && block.text.includes(text))?.bottom;
      expect(bottomOf("h3", verdictOf(source.report))).toBeLessThan(SCREEN.height / 3);
      const [cause] = causesOf(source.report);
      if (cause !== undefined) expect(bottomOf("p", cause.sentence)).toBeLessThan(SCREEN.height);
    },
  );

  it.each(REPORTED_RUNS)("a job summary of a run that $name fits", async (run) => {
    const { source } = await reportedSource(run);
    const summary = renderJobSummary(source);
    const view = await onPhone(summary, temporaryDirectory(), pictureOf(`job-summary-${run.name}`));

    expect(view.tooWide).toEqual([]);
    expect(view.pageWidth).toBe(SCREEN.width);
  });

  it("something too wide is noticed", async () => {
    const word = "x".repeat(30);
    const view = await onPhone(`| a | b |\n|---|---|\n| ${word} | ${word} |\n`, temporaryDirectory());
    expect(view.tooWide.map((wide) => wide.split(":")[0])).toContain("table");
  });
});
