import { type CheckResult, type DrillReport, type DrillResult, totalsOf } from "../drill/results.js";
import { headingOf } from "./wording.js";

/** `junit.xml`, for the test-report tab of a CI system: a suite for each drill, a case for each check. */
export function renderJunit(report: DrillReport): string {
  const { passed, failed, skipped } = totalsOf(report);
  const counts = `tests="${passed + failed + skipped}" failures="${failed}" skipped="${skipped}"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="account-sync-drill" ${counts}>`,
    ...report.drills.flatMap(suiteLines),
    "</testsuites>",
  ];
  return `${lines.join("\n")}\n`;
}

function suiteLines(drill: DrillResult): string[] {
  const count = (wanted: CheckResult["status"]) =>
    drill.checks.filter(({ status }) => status === wanted).length;
  const counts = `tests="${drill.checks.length}" failures="${count("failed")}" skipped="${count("skipped")}"`;
  const name = escapeXml(headingOf(drill));
  return [
    `  <testsuite name="${name}" ${counts}>`,
    ...drill.checks.map((check) => caseLine(name, check)),
    "  </testsuite>",
  ];
}

function caseLine(suite: string, { label, status, expected, actual }: CheckResult): string {
  const opening = `    <testcase classname="${suite}" name="${escapeXml(label)}"`;
  if (status === "passed") return `${opening}/>`;
  if (status === "skipped") {
    return `${opening}><skipped message="${escapeXml(actual)}"/></testcase>`;
  }
  const message = escapeXml(`expected ${expected}, got ${actual}`);
  return `${opening}><failure message="${message}"/></testcase>`;
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
