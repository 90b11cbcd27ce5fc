import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKOUT, documentNames } from "../support/documents.js";

/** The actions that may be used, each at the commit of its tag, as read from the action's own repository. */
const PINS = [
  "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
  "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
  "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  "actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2",
  "ossf/scorecard-action@2d1146689b8cda280b9bc96326124645441f03bc # v2.4.4",
];
/** Ourselves: from the checkout, and as others use us. */
const OURSELVES = ["./", "grinder/account-sync-drill@v1"];

const WORKFLOWS = ".github/workflows";
const FILES = [
  ...readdirSync(`${CHECKOUT}${WORKFLOWS}`).map((name) => `${WORKFLOWS}/${name}`),
  ...documentNames(),
];
const USES = FILES.flatMap((file) =>
  readFileSync(`${CHECKOUT}${file}`, "utf8")
    .split("\n")
    .map((text, index) => ({ place: `${file}:${index + 1}`, used: usedBy(text) }))
    .filter(({ used }) => used !== undefined),
);

/** What a line uses, with the comment behind it, unless that is for a linter. */
function usedBy(line: string): string | undefined {
  return /\buses:\s*([^`\s].*?)\s*(?:`|# zizmor: .*|$)/.exec(line)?.[1];
}

describe("an action that is used", () => {
  it("is pinned by a commit, with its tag beside it", () => {
    for (const pin of PINS) expect(pin).toMatch(/^[a-z]+\/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$/);
  });

  it.each(USES)("is one of the pinned: $place", ({ used }) => {
    expect([...PINS, ...OURSELVES]).toContain(used);
  });

  it("is found in the workflows and in the documents", () => {
    const files = USES.map(({ place }) => place.split(":")[0]);
    expect(files).toEqual(
      expect.arrayContaining([`${WORKFLOWS}/ci.yml`, `${WORKFLOWS}/release.yml`, "docs/action.md"]),
    );
  });
});
