import { describe, expect, it } from "vitest";
import { checksThat, parseDrillResults } from "../../src/attest/drill-results.js";
import { resultsDocument } from "../../src/report/results-json.js";
import { isRecord } from "../../src/syncer/field-reader.js";
import { drillReport, FAILED, PLACE, reportOfChecks, SKIPPED } from "../support/sample-report.js";
import { thrownBy } from "../support/thrown-by.js";

const DOCUMENT = documentOf(drillReport({ commit: "c0ffee" }));

/** `results.json` of a report, as JSON gives it back. */
function documentOf(report: ReturnType<typeof drillReport>): Readonly<Record<string, unknown>> {
  const document: unknown = JSON.parse(JSON.stringify(resultsDocument(report, PLACE)));
  if (!isRecord(document)) throw new Error("results.json is an object");
  return document;
}

describe("results.json", () => {
  it("is read as it is written", () => {
    expect(parseDrillResults(DOCUMENT, "f00d")).toEqual({
      toolVersion: "1.2.3",
      seed: null,
      syncer: { name: "my syncer", version: "4.5", language: "Python" },
      commit: "c0ffee",
      fingerprint: "f00d",
      hasBrokenOff: false,
      drills: [
        { id: "b", checks: [{ label: "sync is ok", status: "passed" }] },
        { id: "guard", checks: [{ label: "sync is ok", status: "passed" }] },
      ],
    });
  });

  it.each([
    { name: "a run that failed", report: reportOfChecks(FAILED, SKIPPED), broke: false },
    { name: "a run that broke off", report: drillReport({ brokeOff: "it hung" }), broke: true },
  ])("may tell of $name", ({ report, broke }) => {
    expect(parseDrillResults(documentOf(report), "f00d").hasBrokenOff).toBe(broke);
  });

  it("names each check by its drill, by status", () => {
    const results = parseDrillResults(documentOf(reportOfChecks(FAILED, SKIPPED)), "f00d");
    expect(checksThat("passed", results)).toEqual([]);
    expect(checksThat("failed", results)).toEqual(["drill_b: 2 mismatches"]);
    expect(checksThat("skipped", results)).toEqual(["drill_b: counter orphan_order is 1"]);
  });
});

describe("results.json is refused where", () => {
  const [first] = Array.isArray(DOCUMENT.drills) ? DOCUMENT.drills : [];

  it.each([
    { name: "it is no object", value: [], says: "top level: expected an object, got an array" },
    { name: "it says no tool", value: { ...DOCUMENT, tool: undefined }, says: "tool: expected an object" },
    {
      name: "a version is a number",
      value: { ...DOCUMENT, tool: { version: 1 } },
      says: "tool.version: expected text that is not empty, got the number 1",
    },
    {
      name: "the syncer has no name",
      value: { ...DOCUMENT, syncer: { version: "1", language: "Go" } },
      says: "syncer.name: expected text that is not empty, got nothing",
    },
    { name: "the commit is missing", value: { ...DOCUMENT, commit: undefined }, says: "commit: " },
    { name: "drills are no list", value: { ...DOCUMENT, drills: {} }, says: "drills: expected an array" },
    {
      name: "a status is of another kind",
      value: { ...DOCUMENT, drills: [{ id: "a", checks: [{ label: "x", status: "PASSED" }] }] },
      says: 'drills[0].checks[0].status: expected passed, failed, skipped, got the text "PASSED"',
    },
    {
      name: "it says passed of a check that failed",
      value: { ...documentOf(reportOfChecks(FAILED)), result: "passed" },
      says: 'result: expected failed, as its checks say, got the text "passed"',
    },
    {
      name: "it says passed of a syncer that broke off",
      value: { ...DOCUMENT, broke_off: "it hung" },
      says: "result: expected failed",
    },
    {
      name: "it says failed of nothing but passes",
      value: { ...DOCUMENT, result: "failed" },
      says: "result: expected passed",
    },
    {
      name: "a total is not that of its checks",
      value: { ...DOCUMENT, totals: { passed: 9, failed: 0, skipped: 0 } },
      says: "totals.passed: expected 2, as its checks say, got the number 9",
    },
    {
      name: "the totals are missing",
      value: { ...DOCUMENT, totals: null },
      says: "totals: expected an object, got null",
    },
    {
      name: "a drill was taken out",
      value: { ...DOCUMENT, drills: [first] },
      says: "totals.passed: expected 1",
    },
    {
      name: "it holds no check",
      value: { ...DOCUMENT, drills: [], totals: { passed: 0, failed: 0, skipped: 0 } },
      says: "drills: expected a check at least",
    },
  ])("$name", async ({ value, says }) => {
    const thrown = await thrownBy(() => parseDrillResults(value, "f00d"));
    expect(thrown).toMatchObject({ code: "bad_input", message: expect.stringContaining(says) });
  });

  it.each([
    {
      name: "the files beside it have another fingerprint",
      found: "beef",
      says: "expected beef, as the files",
    },
    { name: "there is no drill's file beside it", found: null, says: "expected none, as the files" },
  ])("$name", async ({ found, says }) => {
    const thrown = await thrownBy(() => parseDrillResults(DOCUMENT, found));
    expect(thrown).toMatchObject({ code: "bad_input", message: expect.stringContaining(says) });
  });
});
