import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type TestRules, testRulesWith } from "../../src/rules/promtool.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { patient } from "../support/patience.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const LIMIT_MS = patient(1000);
const NO_PLACE = {
  ...fs,
  mkdtempSync: (prefix: string) => fs.mkdtempSync(join("/nowhere", prefix)),
};

/** A promtool that is this script of sh. */
function promtoolOf(script: string, mode = 0o755, others = process.env.PATH): TestRules {
  const bin = temporaryDirectory();
  fs.writeFileSync(join(bin, "promtool"), `#!/bin/sh\n${script}\n`, { mode });
  return testRulesWith(fs, { PATH: `${bin}:${others}` }, LIMIT_MS);
}

interface Case {
  readonly name: string;
  readonly make: () => TestRules;
  readonly says: string | RegExp;
}

const BROKE: readonly Case[] = [
  {
    name: "dies without a word",
    make: () => promtoolOf("exit 2"),
    says: "promtool ended with exit code 2 and said nothing",
  },
  {
    name: "is ended by a signal",
    make: () => promtoolOf("kill -9 $$"),
    says: "promtool was ended by SIGKILL and said nothing",
  },
  {
    name: "hangs, whatever signal it gets",
    make: () => promtoolOf("trap '' TERM INT; while :; do sleep 0.1; done"),
    says: `promtool did not end within ${LIMIT_MS / 1000} s`,
  },
  {
    name: "leaves a process with its output behind",
    make: () => promtoolOf("sleep 5 & exit 0"),
    says: "promtool ended with exit code 0 and said nothing",
  },
  {
    name: "floods",
    make: () => promtoolOf("exec head -c 40000000 /dev/zero"),
    says: "promtool printed more than 16777216 bytes",
  },
  {
    name: "throws, whatever it is",
    make: () => () => Promise.reject(new Error("no\nway")),
    says: "promtool: no\\u{a}way",
  },
];
const NOT_RUN: readonly Case[] = [
  { name: "is missing", make: () => testRulesWith(fs, { PATH: "/nowhere" }), says: /not on the PATH/ },
  {
    name: "has no directory for what need not last",
    make: () => testRulesWith(NO_PLACE, { PATH: process.env.PATH }),
    says: /^promtool has no place to run in: ENOENT/,
  },
  {
    name: "is not executable",
    make: () => promtoolOf("exit 0", 0o644, "/nowhere"),
    says: "promtool cannot be started: EACCES",
  },
];

async function drilledWith(testRules: TestRules, alerts: "asked" | "required") {
  const outcome = await fireDrill(temporaryDirectory(), { alerts, testRules });
  const { damage } = verifyEvidence(fs, outcome.evidenceDir);
  const drills = outcome.report.drills;
  const others = drills.filter(({ id }) => id !== "f").flatMap(({ checks }) => checks);
  const checks = drills.find(({ id }) => id === "f")?.checks ?? [];
  return { damage, others: new Set(others.map(({ status }) => status)), checks };
}

describe("a run whose promtool", () => {
  it.each(BROKE)("$name keeps its evidence, and drill F fails and says so", async ({ make, says }) => {
    const { damage, others, checks } = await drilledWith(make(), "asked");
    expect({ damage, others }).toEqual({ damage: [], others: new Set(["passed"]) });
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(["failed"]));
    for (const { actual } of checks) expect(actual).toBe(says);
  });

  it.each(NOT_RUN)("$name keeps its evidence, and drill F is skipped and says so", async ({ make, says }) => {
    const { damage, others, checks } = await drilledWith(make(), "asked");
    expect({ damage, others }).toEqual({ damage: [], others: new Set(["passed"]) });
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(["skipped"]));
    for (const { actual } of checks) expect(actual).toMatch(says);
  });

  it.each(NOT_RUN)("$name, where it is required, fails drill F", async ({ make }) => {
    const { damage, checks } = await drilledWith(make(), "required");
    expect(damage).toEqual([]);
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(["failed"]));
  });
});
