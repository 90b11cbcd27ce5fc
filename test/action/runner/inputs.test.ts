import { describe, expect, it } from "vitest";
import { parseInputs } from "../../../src/action/runner/inputs.js";
import { inputsFrom } from "../../support/action-inputs.js";

const DEFAULTS = {
  githubToken: "",
  artifactDir: ".artifacts",
  artifactName: null,
  retentionDays: null,
  upload: true,
  comment: true,
  commentKey: null,
  prNumber: null,
  failOnDrillFailure: true,
  syncer: null,
  suite: "runbook",
  seed: null,
  days: null,
  replay: [],
  metricPrefix: "grinder_account_sync",
  names: null,
  settle: null,
  expectedFailures: null,
  alerts: "false",
  attestation: false,
  reportingTimeout: 120,
  matrix: null,
};

describe("inputs", () => {
  it("have a default each where all are blank", () => {
    expect(inputsFrom({})).toEqual(DEFAULTS);
  });

  it("are each read once, by their names", () => {
    const names: string[] = [];
    parseInputs((name) => {
      names.push(name);
      return "";
    });
    expect(new Set(names).size).toBe(Object.keys(DEFAULTS).length);
  });

  it.each([
    { name: "a token, as it is", set: { "github-token": "ghs_x" }, read: { githubToken: "ghs_x" } },
    {
      name: "a directory",
      set: { "artifact-dir": "out/évidence 1" },
      read: { artifactDir: "out/évidence 1" },
    },
    { name: "a name", set: { "artifact-name": "drill-1.0 (a)" }, read: { artifactName: "drill-1.0 (a)" } },
    {
      name: "the longest name",
      set: { "artifact-name": "x".repeat(200) },
      read: { artifactName: "x".repeat(200) },
    },
    { name: "the fewest days", set: { "retention-days": "1" }, read: { retentionDays: 1 } },
    { name: "the most days", set: { "retention-days": "400" }, read: { retentionDays: 400 } },
    { name: "days with a leading zero", set: { "retention-days": "007" }, read: { retentionDays: 7 } },
    ...["false", "False", "FALSE"].map((word) => ({
      name: word,
      set: { upload: word },
      read: { upload: false },
    })),
    ...["true", "True", "TRUE"].map((word) => ({
      name: word,
      set: { comment: word },
      read: { comment: true },
    })),
    { name: "no comment", set: { comment: "false" }, read: { comment: false } },
    {
      name: "a verdict that does not fail",
      set: { "fail-on-drill-failure": "false" },
      read: { failOnDrillFailure: false },
    },
    { name: "a key", set: { "comment-key": "nightly - eu @1" }, read: { commentKey: "nightly - eu @1" } },
    {
      name: "the longest key",
      set: { "comment-key": "k".repeat(100) },
      read: { commentKey: "k".repeat(100) },
    },
    { name: "a pull request", set: { "pr-number": "12345678" }, read: { prNumber: 12345678 } },
    { name: "a syncer", set: { syncer: "python3 'a b.py'" }, read: { syncer: "python3 'a b.py'" } },
    { name: "a file of names", set: { names: "a.json" }, read: { names: "a.json" } },
    { name: "a grace", set: { settle: "syncs=3,ms=10000" }, read: { settle: { syncs: 3, ms: 10_000 } } },
    { name: "a list", set: { "expected-failures": "a.txt" }, read: { expectedFailures: "a.txt" } },
    { name: "the other suite", set: { suite: "full" }, read: { suite: "full" } },
    { name: "a prefix", set: { "metric-prefix": "acme_sync" }, read: { metricPrefix: "acme_sync" } },
    { name: "an attestation", set: { attestation: "true" }, read: { attestation: true } },
    { name: "a short time", set: { "reporting-timeout": "1" }, read: { reportingTimeout: 1 } },
    { name: "a long time", set: { "reporting-timeout": "3600" }, read: { reportingTimeout: 3600 } },
    { name: "a leg of a matrix", set: { matrix: '{"node":"20"}' }, read: { matrix: '{"node":"20"}' } },
    { name: "a seed", set: { suite: "life", seed: "0" }, read: { suite: "life", seed: 0 } },
    { name: "many days", set: { suite: "life", days: "365" }, read: { suite: "life", days: 365 } },
    {
      name: "histories",
      set: { replay: "a.jsonl\nb.jsonl  c.jsonl" },
      read: { replay: ["a.jsonl", "b.jsonl", "c.jsonl"] },
    },
    { name: "no matrix, as toJSON says it", set: { matrix: "null" }, read: { matrix: null } },
  ])("take $name", ({ set, read }) => {
    expect(inputsFrom(set)).toEqual({ ...DEFAULTS, ...read });
  });
});
