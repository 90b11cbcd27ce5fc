import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { anchorsOf, linksOf } from "../support/markdown.js";

const LINKS = documentNames().flatMap((name) =>
  linksOf(readDocument(name))
    .filter((link) => !/^https?:/.test(link))
    .map((link) => ({ name, link })),
);

function targetOf(name: string, link: string): { path: string; anchor: string | undefined } {
  const [path = "", anchor] = link.split("#");
  return { path: path === "" ? name : posix.join(posix.dirname(name), path), anchor };
}

describe("a link in the documents", () => {
  it.each(LINKS)("of $name leads somewhere: $link", ({ name, link }) => {
    const { path, anchor } = targetOf(name, link);
    expect(existsSync(`${CHECKOUT}${path}`), path).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readDocument(path))).toContain(anchor);
  });
});

describe("a document", () => {
  const linked = new Set(LINKS.map(({ name, link }) => targetOf(name, link).path));

  it.each(documentNames().filter((name) => name !== "README.md"))("is linked from another: %s", (name) => {
    expect([...linked]).toContain(name);
  });

  it.each(documentNames())("has each heading once, so that each can be linked to: %s", (name) => {
    const anchors = anchorsOf(readDocument(name));
    expect(anchors).toEqual([...new Set(anchors)]);
  });
});
