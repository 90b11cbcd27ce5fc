import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DrillResults } from "../../src/attest/drill-results.js";
import { PREDICATE_TYPE, testResultPredicate } from "../../src/attest/test-result-predicate.js";
import { canonicalJson } from "../../src/syncer/canonical-json.js";
import { wildText } from "../support/arbitraries.js";
import { TEST_RESULT_SCHEMA } from "../support/test-result-schema.js";

const COMMIT = "3d3c42e5aac5ba805825da76410c181273ba90b1";
const EVIDENCE = { checksumsSha256: "5".repeat(64), url: "https://github.com/octo/bot/actions/runs/42" };

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isPublished = ajv.compile(TEST_RESULT_SCHEMA);

type Status = DrillResults["drills"][number]["checks"][number]["status"];

/** Results of drill B and the guard, with a check of each of these statuses in drill B. */
function resultsOf(statuses: readonly Status[], different: Partial<DrillResults> = {}): DrillResults {
  return {
    toolVersion: "1.2.3",
    syncer: { name: "my syncer", version: "4.5", language: "Python" },
    commit: COMMIT,
    seed: null,
    fingerprint: "f".repeat(64),
    hasBrokenOff: false,
    drills: [
      { id: "b", checks: statuses.map((status) => ({ label: `a check that ${status}`, status })) },
      { id: "guard", checks: [{ label: "not in git status", status: "passed" }] },
    ],
    ...different,
  };
}

describe("a test-result predicate", () => {
  it("says all that is attested of a run", () => {
    expect(PREDICATE_TYPE).toBe("https://in-toto.io/attestation/test-result/v0.1");
    expect(testResultPredicate(resultsOf(["passed", "failed", "skipped"]), EVIDENCE)).toEqual({
      result: "FAILED",
      configuration: [
        {
          name: "account-sync-drill",
          uri: "pkg:npm/account-sync-drill@1.2.3",
          annotations: { version: "1.2.3", drills: ["b", "guard"] },
        },
        {
          name: "syncer",
          uri: "pkg:generic/my%20syncer@4.5",
          annotations: { name: "my syncer", version: "4.5", language: "Python" },
        },
        { name: "commit", digest: { gitCommit: COMMIT } },
        {
          name: "sha256sums.txt",
          digest: { sha256: "5".repeat(64) },
          annotations: { fingerprint: "f".repeat(64) },
        },
      ],
      url: EVIDENCE.url,
      passedTests: ["drill_b: a check that passed", "guard: not in git status"],
      warnedTests: ["drill_b: a check that skipped"],
      failedTests: ["drill_b: a check that failed"],
    });
  });

  it.each([
    { name: "every check passed", statuses: ["passed"], result: "PASSED" },
    { name: "a check was skipped, and none failed", statuses: ["passed", "skipped"], result: "WARNED" },
    { name: "a check failed", statuses: ["passed", "failed"], result: "FAILED" },
    { name: "one failed and one was skipped", statuses: ["failed", "skipped"], result: "FAILED" },
    { name: "the syncer broke off", statuses: ["skipped"], hasBrokenOff: true, result: "FAILED" },
    {
      name: "it broke off behind its last check",
      statuses: ["passed"],
      hasBrokenOff: true,
      result: "FAILED",
    },
  ] as const)("has the result $result where $name", ({ statuses, result, ...rest }) => {
    const results = resultsOf(statuses, { hasBrokenOff: "hasBrokenOff" in rest });
    expect(testResultPredicate(results, EVIDENCE)).toMatchObject({ result });
  });

  it.each([
    { name: "no commit is recorded", commit: null },
    { name: "what is recorded is no commit of git", commit: "@octocat" },
  ])("names no commit where $name", ({ commit }) => {
    expect(canonicalJson(testResultPredicate(resultsOf(["passed"], { commit }), EVIDENCE))).not.toContain(
      "gitCommit",
    );
  });

  it("has no address where there is no page of the run", () => {
    expect(testResultPredicate(resultsOf([]), { ...EVIDENCE, url: null })).not.toHaveProperty("url");
  });

  it("has the published fields, whatever a syncer says of itself", () => {
    const said = fc.string({ unit: wildText, minLength: 1, maxLength: 20 });
    const syncer = fc.record({ name: said, version: said, language: said });
    const statuses = fc.uniqueArray(fc.constantFrom<Status>("passed", "failed", "skipped"));
    fc.assert(
      fc.property(syncer, statuses, fc.option(said), (identity, has, commit) => {
        const results = resultsOf(has, { toolVersion: identity.version, syncer: identity, commit });
        const read: unknown = JSON.parse(canonicalJson(testResultPredicate(results, EVIDENCE)));
        expect(isPublished(read) ? [] : isPublished.errors).toEqual([]);
        expect(JSON.stringify(read)).not.toMatch(/\\ud[89a-f]/i);
      }),
    );
  });
});

describe("the published field list", () => {
  const good = JSON.parse(canonicalJson(testResultPredicate(resultsOf(["passed"]), EVIDENCE)));

  it.each([
    { name: "no result", bad: { ...good, result: undefined } },
    { name: "a result in other letters", bad: { ...good, result: "passed" } },
    { name: "no configuration", bad: { ...good, configuration: undefined } },
    { name: "a configuration that is no list", bad: { ...good, configuration: {} } },
    { name: "a descriptor with a name alone", bad: { ...good, configuration: [{ name: "tool" }] } },
    { name: "a descriptor whose uri is none", bad: { ...good, configuration: [{ uri: "a b" }] } },
    {
      name: "a digest in capitals",
      bad: { ...good, configuration: [{ digest: { sha256: "F".repeat(64) } }] },
    },
    { name: "a test that is no text", bad: { ...good, passedTests: [1] } },
    { name: "a field that is misspelt", bad: { ...good, passed_tests: [] } },
  ])("does not have $name", ({ bad }) => {
    expect(isPublished(JSON.parse(JSON.stringify(bad)))).toBe(false);
  });
});
