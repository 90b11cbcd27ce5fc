import { describe, expect, it } from "vitest";
import { renderCheck } from "../../src/drill/check-text.js";
import { renderConsole } from "../../src/report/console-text.js";
import { renderJunit } from "../../src/report/junit.js";
import { renderResultsJson, resultsDocument } from "../../src/report/results-json.js";
import { type NamedEvidence, renderSummary } from "../../src/report/summary-text.js";
import { printable } from "../../src/syncer/printable.js";
import { HOSTILE_TEXTS } from "../support/hostile-text.js";
import { reportSaying } from "../support/report-saying.js";
import { drillReport, guardOf, PLACE } from "../support/sample-report.js";
import { parseXml, type XmlElement } from "../support/xml-document.js";

const HARMLESS = "x";

function placeOf(text: string): NamedEvidence {
  return { ...PLACE, evidenceDir: text };
}

function consoleOf(text: string): string {
  const same = (coloured: string) => coloured;
  const place = { ...placeOf(text), checksums: [], verify: text };
  return renderConsole(reportSaying(text), place, { good: same, bad: same, faint: same });
}

const TEXTS = [
  { rendering: "summary.txt", render: (text: string) => renderSummary(reportSaying(text), placeOf(text)) },
  { rendering: "the terminal's text", render: consoleOf },
];

describe.each(TEXTS)("hostile text in $rendering", ({ render }) => {
  it.each(HOSTILE_TEXTS)("breaks no line and is shown whole: $name", ({ text }) => {
    const lines = render(text).split("\n");
    expect(lines).toHaveLength(render(HARMLESS).split("\n").length);
    expect(lines).toEqual(lines.map(printable));
    expect(lines.join("\n")).toContain(printable(text));
  });
});

describe("hostile text in a check", () => {
  it.each(HOSTILE_TEXTS)("breaks no line: $name", ({ text }) => {
    const lines = renderCheck({
      label: text,
      stage: "found" as const,
      status: "failed",
      expected: text,
      actual: text,
    });
    expect(lines).toEqual(lines.map(printable));
    expect(lines).toHaveLength(3);
  });
});

describe("hostile text in results.json", () => {
  it.each(HOSTILE_TEXTS)("is read back as it was: $name", ({ text }) => {
    const json = renderResultsJson(reportSaying(text), placeOf(text));
    expect(json).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(json)).toEqual(resultsDocument(reportSaying(text), placeOf(text)));
    expect(JSON.parse(json)).toMatchObject({ evidence_dir: text, drills: [{ title: text }, {}] });
  });
});

describe("hostile text in junit.xml", () => {
  function namesOf({ name, children }: XmlElement): readonly unknown[] {
    return [name, ...children.map(namesOf)];
  }

  it.each(HOSTILE_TEXTS)("leaves it well-formed, with the same elements: $name", ({ text }) => {
    const xml = renderJunit(reportSaying(text));
    const harmless = renderJunit(reportSaying(HARMLESS));
    expect(namesOf(parseXml(xml))).toEqual(namesOf(parseXml(harmless)));
    expect(xml.split("\n")).toHaveLength(harmless.split("\n").length);
  });

  it.each([
    { name: "markup is read back as it was", text: `<a b="c">&'`, read: `<a b="c">&'` },
    { name: "the end of CDATA is read back as it was", text: "]]>", read: "]]>" },
    { name: "a pair of surrogates is read back as it was", text: "😀", read: "😀" },
    { name: "a newline, which an attribute folds, is shown by its number", text: "a\nb", read: "a\\u{a}b" },
    { name: "U+FFFE is shown by its number", text: "\ufffe", read: "\\u{fffe}" },
    { name: "an unpaired surrogate is shown by its number", text: "\ud800", read: "\\u{d800}" },
  ])("$name", ({ text, read }) => {
    const check = {
      label: text,
      stage: "found" as const,
      status: "passed",
      expected: "",
      actual: "",
    } as const;
    const suite = parseXml(renderJunit(drillReport({ drills: [guardOf(check)] }))).children[0];
    expect(suite?.children[0]?.attributes.name).toBe(read);
  });
});
