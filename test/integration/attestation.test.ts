import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, it } from "vitest";
import { readZip } from "../support/artifacts/zip-archive.js";
import { refusal } from "../support/github/refusal.js";
import { programSource } from "../support/hostile-programs.js";
import { HEAD_SHA, pullRequestEvent } from "../support/runner/events.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST, wholeStage } from "../support/runner/stage.js";
import { TEST_RESULT_SCHEMA } from "../support/test-result-schema.js";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);
const isPublished = ajv.compile(TEST_RESULT_SCHEMA);

const ATTESTED = { attestation: "true" };
const FORK = pullRequestEvent(PULL_REQUEST, { headRepository: "stranger/trading" });
const OIDC = {
  ACTIONS_ID_TOKEN_REQUEST_URL: "https://run.example/token",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "a-token",
};
// Waits for the evidence of the run, makes results.json say passed, and the checksums fit.
const FORGER = `
const fs = require("node:fs"), crypto = require("node:crypto"), root = ".artifacts/account_sync_fire_drill";
const end = Date.now() + 20_000;
for (;;) {
  if (Date.now() > end) process.exit();
  const name = fs.existsSync(root) ? fs.readdirSync(root).find((one) => /^2.*Z$/.test(one)) : undefined;
  if (name === undefined) continue;
  const at = (file) => root + "/" + name + "/" + file;
  const results = JSON.parse(fs.readFileSync(at("results.json"), "utf8"));
  const checks = results.drills.flatMap((drill) => drill.checks);
  for (const check of checks) check.status = "passed";
  results.totals = { passed: checks.length, failed: 0, skipped: 0 };
  results.result = "passed";
  fs.writeFileSync(at("results.json"), JSON.stringify(results));
  const sum = crypto.createHash("sha256").update(fs.readFileSync(at("results.json"))).digest("hex");
  const sums = fs.readFileSync(at("sha256sums.txt"), "utf8");
  fs.writeFileSync(at("sha256sums.txt"), sums.replace(/^.*(?=  results.json$)/m, sum));
  process.exit();
}`;
const LEAVES_A_FORGER = `require("node:child_process")
  .spawn(process.execPath, ["-e", ${JSON.stringify(FORGER)}], { detached: true, stdio: "ignore" })
  .unref();`;
const UNSIGNED = /unsigned evidence: `?this run gets no OIDC token/gi;

describe.skipIf(NODE_24_IS_MISSING)("an attestation", () => {
  it.concurrent("is ready to be signed where the run has an OIDC token", async ({
    onTestFinished,
    expect,
  }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const ended = await run({ inputs: ATTESTED, env: OIDC });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(ended.outputs).toMatchObject({
      "predicate-type": "https://in-toto.io/attestation/test-result/v0.1",
      "subject-checksums": join(ended.outputs["evidence-dir"] ?? "", "sha256sums.txt"),
      "can-sign": "true",
    });
    const workspace = resolve(ended.evidenceDir, "../../..");
    const path = resolve(workspace, ended.outputs["predicate-path"] ?? "");
    const predicate = JSON.parse(readFileSync(path, "utf8"));
    expect(isPublished(predicate) ? [] : isPublished.errors).toEqual([]);
    expect(predicate).toMatchObject({ result: "PASSED", warnedTests: [], failedTests: [] });
    expect(predicate.url).toBe("https://github.com/octo/trading/actions/runs/1000");
    expect(predicate.configuration).toContainEqual({ name: "commit", digest: { gitCommit: HEAD_SHA } });
    for (const text of [ended.summary, ...bodiesOf(github)]) expect(text).not.toMatch(/unsigned/i);
    expect(results.artifacts.size).toBe(1);
  });

  it.concurrent("of a fork is said aloud to be unsigned, and the verdict stands", async ({
    onTestFinished,
    expect,
  }) => {
    const readOnly = { create_comment: refusal(403, "Resource not accessible by integration") };
    const { run } = await commentStage(onTestFinished, { faults: readOnly });
    const ended = await run({ ...FORK, inputs: ATTESTED });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([
      expect.stringMatching(/^unsigned evidence: this run gets no OIDC token/),
      expect.stringContaining("pull-requests: write"),
    ]);
    expect(ended.summary.match(UNSIGNED)).toHaveLength(1);
    expect(ended.outputs["can-sign"]).toBe("false");
  });

  it.concurrent("that cannot be signed says so in the comment, in one line", async ({
    onTestFinished,
    expect,
  }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({ ...FORK, inputs: ATTESTED });

    expect(verdictOf(ended)).toEqual(PASSED);
    const [body = "", ...more] = bodiesOf(github);
    expect(more).toEqual([]);
    expect(body.match(UNSIGNED)).toHaveLength(1);
  });

  it.concurrent("that nobody asked for leaves nothing and says nothing", async ({
    onTestFinished,
    expect,
  }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run(FORK);

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(ended.outputs).toMatchObject({ "predicate-path": "", "subject-checksums": "", "can-sign": "" });
    for (const text of [ended.summary, ...bodiesOf(github)]) expect(text).not.toMatch(/unsigned/i);
  });

  it.concurrent("of a failed run never says passed, whatever a process that was left behind makes of its evidence", async ({
    onTestFinished,
    expect,
  }) => {
    const { results, run } = await wholeStage(onTestFinished);
    const ended = await run({
      inputs: { ...ATTESTED, syncer: `'${process.execPath}' failing.cjs` },
      env: OIDC,
      prepare: (workspace) => writeFileSync(join(workspace, "failing.cjs"), programSource(LEAVES_A_FORGER)),
    });

    expect(ended.exitCode).toBe(1);
    expect(ended.outputs.result).toBe("failed");
    const path = ended.outputs["predicate-path"] ?? "";
    const workspace = resolve(ended.evidenceDir, "../../..");
    const said = path === "" ? "FAILED" : JSON.parse(readFileSync(resolve(workspace, path), "utf8")).result;
    expect(said).toBe("FAILED");
    if (path === "") expect(ended.outputs["can-sign"]).toBe("false");
    if (ended.outputs["artifact-id"] === "") return;
    const [name = ""] = results.artifacts.keys();
    const { "results.json": uploaded } = Object.fromEntries(readZip(await results.download(name)));
    expect(JSON.parse(String(uploaded)).result).toBe("failed");
  });
});
