import type { CheckResult, DrillReport } from "../drill/results.js";
import { headingOf } from "./wording.js";

/** A suite of `junit.xml`: what belongs together, and what became of each case. */
export interface JunitSuite {
  readonly name: string;
  readonly cases: readonly JunitCase[];
}

/** A case; `message` says why it failed or was skipped. */
export interface JunitCase {
  readonly label: string;
  readonly status: CheckResult["status"];
  readonly message: string;
}

/** `junit.xml`, for the test-report tab of a CI system: a suite for each drill, a case for each check. */
export function renderJunit({ drills }: DrillReport): string {
  return junitText(drills.map((drill) => ({ name: headingOf(drill), cases: drill.checks.map(caseOf) })));
}

/** The same for any suites. */
export function junitText(suites: readonly JunitSuite[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="account-sync-drill" ${countsIn(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function caseOf({ label, status, expected, actual }: CheckResult): JunitCase {
  return { label, status, message: status === "failed" ? `expected ${expected}, got ${actual}` : actual };
}

function countsIn(cases: readonly JunitCase[]): string {
  const count = (wanted: JunitCase["status"]) => cases.filter(({ status }) => status === wanted).length;
  return `tests="${cases.length}" failures="${count("failed")}" skipped="${count("skipped")}"`;
}

function suiteLines({ name, cases }: JunitSuite): string[] {
  const escaped = escapeXml(name);
  return [
    `  <testsuite name="${escaped}" ${countsIn(cases)}>`,
    ...cases.map((one) => caseLine(escaped, one)),
    "  </testsuite>",
  ];
}

function caseLine(suite: string, { label, status, message }: JunitCase): string {
  const opening = `    <testcase classname="${suite}" name="${escapeXml(label)}"`;
  if (status === "passed") return `${opening}/>`;
  const element = status === "skipped" ? "skipped" : "failure";
  return `${opening}><${element} message="${escapeXml(message)}"/></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// Everything outside the Char production of XML 1.0 (section 2.2), and line breaks, which attributes fold.
const NOT_XML = /[^ -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replace(NOT_XML, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
