import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { drillsOf, SUITE_NAMES } from "../../src/drills/suites.js";
import { ZOO } from "../../src/self-test/zoo.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";
import { RULES } from "../../src/syncer/mismatch-rules.js";
import { CHECKOUT, readDocument } from "../support/documents.js";

const FULL = drillsOf("full", DEFAULT_METRIC_PREFIX).map(({ id }) => id);
const DRILLS = SUITE_NAMES.flatMap((name) => drillsOf(name, DEFAULT_METRIC_PREFIX)).map(({ id }) => id);
const ADAPTERS = ["python/my_syncer.py", "typescript/my-syncer.ts", "go/my_syncer.go"];
const ALERT_TESTS = "rules/tests/mismatch-rules.test.yml";

const fileOf = (rule: string) => rule.replaceAll("_", "-");
const places = (files: readonly string[], isMissing: (file: string) => boolean) => files.filter(isMissing);

describe("the rows of the rules", () => {
  it("are all in the list, src/syncer/mismatch-rules.ts", () => {
    const files = readdirSync(join(CHECKOUT, "src/syncer/rules")).map((name) => basename(name, ".ts"));
    expect(RULES.map(({ name }) => fileOf(name)).sort()).toEqual(
      files.filter((name) => name !== "rule-row").sort(),
    );
  });

  it("are what the documents say: npm run docs", () => {
    const script = [".ci/generate-rule-docs.js", "--check"];
    const { status, stderr } = spawnSync(process.execPath, script, { cwd: CHECKOUT, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
});

describe.each(RULES)("$name", ({ name, provenBy, words }) => {
  it("has tests of its own in test/syncer/rules", () => {
    const tests = [`test/syncer/rules/${fileOf(name)}.test.ts`];
    expect(places(tests, (file) => !existsSync(join(CHECKOUT, file)))).toEqual([]);
  });

  it("is proven by a drill of some suite, src/drills/suites.ts", () => {
    expect(DRILLS).toContain(provenBy);
  });

  it("has a syncer in src/self-test that misses it, caught by the drill that proves it", () => {
    const missing = ZOO.filter(({ wrong }) => wrong === `misses ${name}`);
    expect(missing.map(({ caughtBy }) => caughtBy)).toEqual([provenBy]);
  });

  it(`has a case in ${ALERT_TESTS} that is silent first and then rings`, () => {
    const cases: { name: string; alert_rule_test: { exp_alerts: unknown[] }[] }[] = parse(
      readDocument(ALERT_TESTS),
    ).tests;
    const rings = cases
      .filter((one) => one.name === name)
      .flatMap((one) => one.alert_rule_test.map(({ exp_alerts }) => exp_alerts.length > 0));
    expect([rings[0], rings.includes(true)]).toEqual([false, true]);
  });

  it("has words for people", () => {
    expect(Object.values(words).filter((text) => text.trim() === "")).toEqual([]);
  });
});

describe.each(RULES.filter(({ provenBy }) => FULL.includes(provenBy)))(
  "$name, of the full suite",
  ({ name }) => {
    it("is known to each adapter in docs/adapters", () => {
      const adapters = ADAPTERS.map((adapter) => `docs/adapters/${adapter}`);
      expect(places(adapters, (file) => !readDocument(file).includes(`"${name}"`))).toEqual([]);
    });
  },
);
