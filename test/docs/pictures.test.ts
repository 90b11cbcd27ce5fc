import { describe, expect, it } from "vitest";
import { COMMENT_BYTES, renderComment } from "../../src/report/markdown.js";
import { expectFile } from "../golden/golden.js";
import { readDocument } from "../support/documents.js";
import { commentPicture } from "../support/picture/comment-picture.js";
import { DARK, LIGHT } from "../support/picture/drawn-text.js";
import { textShown } from "../support/rendered-markdown.js";
import { REPORTED_RUNS, reportedSource } from "../support/reported-runs.js";

const TITLE =
  "What a reviewer sees: the comment on a pull request whose syncer does not find negative quantities";

async function commentOnAFailedRun(): Promise<string> {
  const run = REPORTED_RUNS.find(({ name }) => name === "failed");
  if (run === undefined) throw new Error("no run failed");
  const { source } = await reportedSource({ ...run, different: { leg: null } });
  return renderComment(source, COMMENT_BYTES);
}

/** The text of a picture, without blanks. */
function textIn(picture: string): string {
  const texts = [...picture.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
  return texts.join("").replace(/\s/g, "");
}

describe("the picture of a comment", () => {
  it.each([
    { name: "light", theme: LIGHT },
    { name: "dark", theme: DARK },
  ])("is made from a real run: $name", async ({ name, theme }) => {
    const picture = commentPicture(await commentOnAFailedRun(), TITLE, theme);
    expectFile(`docs/pictures/comment-${name}.svg`, picture);
  });

  it("shows what the comment says, word for word", async () => {
    const comment = await commentOnAFailedRun();
    const [said = ""] = textShown(comment).split("mode=");
    const words = said.replace(/\s/g, "");
    expect(words).toMatch(/^Accountsyncfiredrill:failed.*EVIDENCE_REF$/);
    expect(textIn(commentPicture(comment, "", LIGHT))).toContain(words);
  });

  it("stands in the README for a light and a dark page, with its title in words", () => {
    const readme = readDocument("README.md");
    expect(readme).toContain('srcset="docs/pictures/comment-dark.svg"');
    expect(readme).toContain(`<img alt="${TITLE}" src="docs/pictures/comment-light.svg"`);
  });
});
