import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "vitest";
import { sha256 } from "../../src/evidence/checksums.js";
import { verifySource } from "../../src/evidence/read/verify.js";
import { zipSource } from "../../src/evidence/read/zip-source.js";
import { NAME_TAKEN, twirpError } from "../support/artifacts/twirp-error.js";
import { readZip } from "../support/artifacts/zip-archive.js";
import type { AtEnd } from "../support/local-server.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { PULL_REQUEST, wholeStage } from "../support/runner/stage.js";
import { verifyEvidence } from "../support/verify-evidence.js";

const DAY_MS = 86_400_000;
const NAME = "account-sync-drill-drill-1";

/** Unpacks a zip into a directory of the test's own. */
function unpack(zip: Buffer, atEnd: AtEnd): string {
  const directory = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), "drill-artifact-"));
  atEnd(async () => fs.rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of readZip(zip)) fs.writeFileSync(join(directory, name), content);
  return directory;
}

describe.skipIf(NODE_24_IS_MISSING)("the artifact", () => {
  it.concurrent("downloaded, passes verify as the zip that it is, and unpacked", async ({
    onTestFinished,
    expect,
  }) => {
    const { results, run } = await wholeStage(onTestFinished);
    const ended = await run();
    const zip = await results.download(NAME);
    const verification = verifyEvidence(fs, unpack(zip, onTestFinished));

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(verification).toMatchObject({ damage: [], fingerprint: ended.outputs.fingerprint });
    expect(verifySource(await zipSource("artifact.zip", zip))).toEqual(verification);
    expect(ended.outputs["artifact-digest"]).toBe(sha256(zip));
    expect([...readZip(zip).keys()].sort()).toEqual(fs.readdirSync(ended.evidenceDir).sort());
  });

  it.concurrent("damaged on its way, does not", async ({ onTestFinished, expect }) => {
    const { results, run } = await wholeStage(onTestFinished);
    await run();
    const directory = unpack(await results.download(NAME), onTestFinished);
    fs.appendFileSync(join(directory, "drill_a_log.txt"), "one line more\n");

    expect(verifyEvidence(fs, directory).damage).toEqual([
      expect.objectContaining({ kind: "changed", name: "drill_a_log.txt" }),
    ]);
  });

  it.concurrent("is named in outputs, comment and summary", async ({ onTestFinished, expect }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const { outputs, summary } = await run();
    const id = results.artifacts.get(NAME)?.id;
    const url = `https://github.com/octo/trading/actions/runs/1000/artifacts/${id}`;

    expect(outputs["artifact-id"]).toBe(id);
    expect(outputs["artifact-url"]).toBe(url);
    expect(outputs["evidence-ref"]).toMatch(new RegExp(` artifact_id=${id}$`));
    for (const text of [summary, github.conversations.of(PULL_REQUEST)[0]?.body]) {
      expect(text).toContain(`(${url})`);
      expect(text).toContain(outputs["evidence-ref"]);
    }
  });

  it.concurrent("takes the next free name where its own is taken", async ({ onTestFinished, expect }) => {
    const { results, run } = await wholeStage(onTestFinished);
    const first = await run();
    const second = await run();

    expect([verdictOf(first), verdictOf(second)]).toEqual([PASSED, PASSED]);
    expect(warningsOf(second)).toEqual([]);
    expect([...results.artifacts.keys()]).toEqual([NAME, `${NAME}-2`]);
    expect(second.outputs["artifact-digest"]).toBe(sha256(await results.download(`${NAME}-2`)));
  });

  it.concurrent("takes the next free name where the service only says 409", async (test) => {
    const { results, run } = await wholeStage(
      test.onTestFinished,
      {},
      { faults: { CreateArtifact: [NAME_TAKEN] } },
    );
    const ended = await run({ inputs: { "artifact-name": "proof" } });

    test.expect(verdictOf(ended)).toEqual(PASSED);
    test.expect([...results.artifacts.keys()]).toEqual(["proof-2"]);
  });

  it.concurrent("arrives though the service failed at first", async ({ onTestFinished, expect }) => {
    const faults = { CreateArtifact: [twirpError(503, "unavailable", "try again")] };
    const { results, run } = await wholeStage(onTestFinished, {}, { faults });
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(ended.outputs["artifact-digest"]).toBe(sha256(await results.download(NAME)));
  });

  it.concurrent("has a name for each leg of a matrix and each attempt", async ({
    onTestFinished,
    expect,
  }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const runs = await Promise.all([
      run({ matrix: { node: "20", os: "linux" } }),
      run({ matrix: { node: "24", os: "linux" } }),
      run({ matrix: { node: "24", os: "linux" }, env: { GITHUB_RUN_ATTEMPT: "2" } }),
    ]);

    expect(runs.map(verdictOf)).toEqual([PASSED, PASSED, PASSED]);
    expect(runs.flatMap(warningsOf)).toEqual([]);
    expect(results.artifacts.size).toBe(3);
    expect([...results.artifacts.keys()].filter((name) => /-[2-9]$/.test(name))).toHaveLength(1);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(2);
  });

  it.concurrent("is kept as long as the workflow says", async ({ onTestFinished, expect }) => {
    const { results, run } = await wholeStage(onTestFinished);
    const start = Date.now();
    await run({ inputs: { "retention-days": "3" } });
    const expiresAt = Date.parse(results.artifacts.get(NAME)?.expiresAt ?? "");

    expect(Math.abs(expiresAt - start - 3 * DAY_MS)).toBeLessThan(DAY_MS / 24);
  });

  it.concurrent("is not made where it is not wanted", async ({ onTestFinished, expect }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const ended = await run({ inputs: { upload: "false", comment: "false" } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(results.calls).toEqual([]);
    expect(github.operations).toEqual([]);
    expect(warningsOf(ended)).toEqual([]);
  });
});
