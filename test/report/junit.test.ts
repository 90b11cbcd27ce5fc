import { describe, expect, it } from "vitest";
import { renderJunit } from "../../src/report/junit.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";
import { parseXml } from "../support/xml-document.js";

const REPORT = drillReport({ drills: [drillResult({ checks: [PASSED, FAILED, SKIPPED] }), guardOf()] });

describe("renderJunit", () => {
  it("has a suite for each drill and a case for each check", () => {
    expect(renderJunit(REPORT)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="account-sync-drill" tests="4" failures="1" skipped="1">
  <testsuite name="Drill B: Duplicate key + negative qty" tests="3" failures="1" skipped="1">
    <testcase classname="Drill B: Duplicate key + negative qty" name="sync is ok"/>
    <testcase classname="Drill B: Duplicate key + negative qty" name="2 mismatches"><failure message="expected 2, got 0"/></testcase>
    <testcase classname="Drill B: Duplicate key + negative qty" name="counter orphan_order is 1"><skipped message="the syncer broke off before"/></testcase>
  </testsuite>
  <testsuite name="Artifact guard" tests="1" failures="0" skipped="0">
    <testcase classname="Artifact guard" name="sync is ok"/>
  </testsuite>
</testsuites>
`);
  });

  it("is well-formed, and its counts are those of its cases", () => {
    const { attributes, children } = parseXml(renderJunit(REPORT));
    const cases = children.flatMap((suite) => suite.children);
    const outcomes = cases.flatMap((testcase) => testcase.children.map(({ name }) => name));
    expect(attributes).toMatchObject({ tests: `${cases.length}`, failures: "1", skipped: "1" });
    expect(outcomes).toEqual(["failure", "skipped"]);
    for (const suite of children) expect(suite.attributes.tests).toBe(String(suite.children.length));
  });
});
