import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { blobStorage } from "../support/artifacts/blob-storage.js";
import { ResultsService } from "../support/artifacts/results-service.js";
import { readZip } from "../support/artifacts/zip-archive.js";
import { GitHubServer, REPOSITORY } from "../support/github/github-server.js";
import { ACT_IS_MISSING, ActRepository, installAct } from "../support/runner/act.js";
import { HEAD_SHA } from "../support/runner/events.js";
import { NODE_24_IS_MISSING } from "../support/runner/run-action.js";
import { bodiesOf, PULL_REQUEST } from "../support/runner/stage.js";
import { ALL_BUT_ONE, ALL_CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { verifyEvidence } from "../support/verify-evidence.js";

/** A workflow that uses the action of its own repository; `job` adds to the job. */
function workflow(job = ""): string {
  return `
name: CI
on: pull_request
permissions: {}
jobs:
  drill:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
${job}
    steps:
      - uses: actions/checkout@v7
      - id: drill
        uses: ./
      - if: always()
        env:
          RESULT: \${{ steps.drill.outputs.result }}
          DIGEST: \${{ steps.drill.outputs.artifact-digest }}
        run: echo "told result=$RESULT digest=$DIGEST"
`;
}

const MATRIX = "    strategy:\n      matrix:\n        node: [20, 24]";

// In a called workflow `matrix` is empty, and job, workflow, run and attempt are the same for every leg.
const CALLER = `
name: CI
on: pull_request
permissions: {}
jobs:
  drill:
    strategy:
      fail-fast: false
      matrix:
        syncer: ["", "no-such-program-here", " ", "  ", "   ", "    ", "     "]
    permissions:
      contents: read
      pull-requests: write
    uses: ./.github/workflows/called.yml
    with:
      syncer: \${{ matrix.syncer }}
`;
const CALLED = `
name: called
on:
  workflow_call:
    inputs:
      syncer:
        type: string
permissions: {}
jobs:
  drill:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v7
      - uses: ./
        with:
          syncer: \${{ inputs.syncer }}
`;

describe.skipIf(ACT_IS_MISSING || NODE_24_IS_MISSING)("on act, `uses: ./`", () => {
  let bin: string;
  let act: string;

  beforeAll(() => {
    bin = fs.mkdtempSync(join(tmpdir(), "act-"));
    act = installAct(bin);
  });
  afterAll(() => fs.rmSync(bin, { recursive: true }));

  async function runOn(repository: ActRepository) {
    const github = await GitHubServer.start(onTestFinished);
    const results = await ResultsService.start(onTestFinished, await blobStorage());
    const open = { headSha: HEAD_SHA, state: "open", baseRepository: REPOSITORY } as const;
    github.conversations.pullRequests.set(PULL_REQUEST, open);
    const env = { GITHUB_API_URL: github.url, ...results.env };
    const ended = await repository.run(act, temporaryDirectory(), env);
    return { ...ended, results, comments: bodiesOf(github) };
  }

  it("passes, uploads, comments, and hands on its outputs", async () => {
    const { exitCode, log, results, comments } = await runOn(
      new ActRepository(temporaryDirectory(), workflow()),
    );

    expect(log).toContain("told result=passed digest=");
    expect(exitCode).toBe(0);
    expect(comments).toEqual([
      expect.stringContaining(`### Account sync fire drill: passed, ${ALL_CHECKS}\n`),
    ]);
    const [artifact, ...more] = results.artifacts.values();
    expect(more).toEqual([]);
    expect(log).toContain(`digest=${artifact?.digest}`);
    const directory = temporaryDirectory();
    for (const [name, content] of readZip(await results.download(artifact?.name ?? ""))) {
      fs.writeFileSync(join(directory, name), content);
    }
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
  });

  it("keeps the legs of a matrix apart", async () => {
    const { exitCode, results, comments } = await runOn(
      new ActRepository(temporaryDirectory(), workflow(MATRIX)),
    );

    expect(exitCode).toBe(0);
    expect(results.artifacts.size).toBe(2);
    expect(comments).toHaveLength(2);
    for (const leg of ["node 20", "node 24"]) {
      expect(comments.filter((body) => body.includes(leg))).toHaveLength(1);
    }
  });

  it("shows every leg of a matrix that calls a reusable workflow, and the red one red", async () => {
    const repository = new ActRepository(temporaryDirectory(), CALLER, (directory) => {
      fs.writeFileSync(join(directory, ".github/workflows/called.yml"), CALLED);
    });
    const { exitCode, results, comments } = await runOn(repository);

    expect(exitCode).toBe(1);
    expect(results.artifacts.size).toBe(7);
    expect(comments).toEqual([expect.stringContaining("### Account sync fire drill: failed, ")]);
    expect(comments[0]).toContain("**7 drills of this run: 1 failed, 6 passed**");
    expect(comments[0]?.match(/^- pass 34 of 34 .*\/artifacts\/[0-9]+\)$/gm)).toHaveLength(6);
    expect(comments[0]?.match(/^- \*\*FAIL\*\* 1 of 34 .*\/artifacts\/[0-9]+\)$/gm)).toHaveLength(1);
  });

  it("fails the job where the drill fails", async () => {
    const repository = new ActRepository(temporaryDirectory(), workflow(), (directory) => {
      fs.mkdirSync(join(directory, ".artifacts"));
      fs.writeFileSync(join(directory, ".artifacts", ".gitignore"), "");
    });
    const { exitCode, log, comments } = await runOn(repository);

    expect(log).toContain("told result=failed");
    expect(exitCode).toBe(1);
    expect(comments).toEqual([
      expect.stringContaining(`### Account sync fire drill: failed, ${ALL_BUT_ONE}\n`),
    ]);
  });
});
