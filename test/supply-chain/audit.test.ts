import { spawnSync } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const NO_SHELL = leftOut(process.platform === "win32", "the audit", "a stand-in for npm needs a shell");

/** The audit where npm answers this, in place of the registry. */
function auditOf(answer: string) {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, "answer"), answer);
  writeFileSync(join(directory, "npm"), `#!/bin/sh\ncat "${join(directory, "answer")}"\nexit 1\n`);
  chmodSync(join(directory, "npm"), 0o755);
  const PATH = [directory, dirname(process.execPath), process.env.PATH ?? ""].join(delimiter);
  const { status, stdout } = spawnSync(process.execPath, [".ci/audit.js"], {
    cwd: CHECKOUT,
    env: { PATH },
    encoding: "utf8",
  });
  return { status, stdout };
}

function found(total: number, vulnerabilities: Readonly<Record<string, object>> = {}): string {
  const metadata = { vulnerabilities: { total }, dependencies: { total: 800 } };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata });
}

describe.skipIf(NO_SHELL)("the audit", () => {
  it.each([
    {
      name: "passes where nothing is known",
      answer: found(0),
      status: 0,
      says: "npm audit: 0 vulnerabilities in 800 packages",
    },
    {
      name: "fails on any, and names the packages",
      answer: found(2, { leftpad: {}, "@a/b": {} }),
      status: 1,
      says: "npm audit: 2 vulnerabilities in 800 packages: leftpad, @a/b",
    },
    {
      name: "says aloud that a registry without the endpoint was not asked",
      answer: JSON.stringify({ message: "405 Method Not Allowed", statusCode: 405, error: { summary: "" } }),
      status: 0,
      says: "left out: npm audit was not asked (the registry answers 405)",
    },
    {
      name: "says aloud that a registry was not reached",
      answer: JSON.stringify({ message: "connect ECONNREFUSED", error: { summary: "" } }),
      status: 0,
      says: "left out: npm audit was not asked (the registry was not reached)",
    },
    {
      name: "fails where there is no lock file",
      answer: JSON.stringify({ error: { code: "ENOLOCK", summary: "This command requires a lockfile" } }),
      status: 1,
      says: "npm audit: no answer that can be read",
    },
    { name: "fails on no JSON", answer: "<html>", status: 1, says: "npm audit: no answer that can be read" },
    { name: "fails on no answer", answer: "", status: 1, says: "npm audit: no answer that can be read" },
    { name: "fails on null", answer: "null", status: 1, says: "npm audit: no answer that can be read" },
  ])("$name", ({ answer, status, says }) => {
    expect(auditOf(answer)).toEqual({ status, stdout: `${says}\n` });
  });
});
