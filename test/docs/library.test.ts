import { describe, expect, it } from "vitest";
import * as library from "../../src/index.js";
import { readDocument } from "../support/documents.js";
import { codeIn, sectionOf, tablesOf } from "../support/markdown.js";

describe("docs/library.md", () => {
  it("lists each export of the library, and no other", () => {
    const [rows = []] = tablesOf(sectionOf(readDocument("docs/library.md"), "What it exports"));
    const listed = rows.flatMap(([, names = ""]) => codeIn(names));
    expect(listed.sort()).toEqual(Object.keys(library).sort());
  });
});
