import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { documentNames, readDocument } from "../support/documents.js";
import { anchorsOf, linksOf, tablesOf } from "../support/markdown.js";

const RECORDS = documentNames().filter((name) => /^docs\/decisions\/[0-9]{4}-[a-z0-9-]+\.md$/.test(name));

describe("the decisions", () => {
  it("are numbered without a gap, and listed in order", () => {
    const numbers = RECORDS.map((name) => Number(name.slice("docs/decisions/".length).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(linksOf(readDocument("docs/decisions/README.md")).map((name) => `docs/decisions/${name}`)).toEqual(
      RECORDS,
    );
  });

  it.each(RECORDS)("say context, decision, what was weighed, consequence: %s", (name) => {
    const [, ...sections] = anchorsOf(readDocument(name)).map((anchor) => anchor.split("-")[0]);
    expect([...new Set(sections)]).toEqual(["context", "decision", "weighed", "consequence"]);
  });

  it("give a reason for each package, at the version that is installed", () => {
    const [rows = []] = tablesOf(readDocument("docs/decisions/0002-dependencies.md"));
    const listed = Object.fromEntries(rows.map(([name, version]) => [name, version]));
    expect(listed).toEqual({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(rows.map(([, , why]) => why)).not.toContain("");
  });
});
