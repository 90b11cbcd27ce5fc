import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "vitest";
import { GIT_IS_MISSING, git } from "../support/git-repository.js";
import { refusal } from "../support/github/refusal.js";
import {
  type ActionRun,
  NODE_24_IS_MISSING,
  PASSED,
  verdictOf,
  warningsOf,
} from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST, wholeStage } from "../support/runner/stage.js";
import { ALL_BUT_ONE } from "../support/suite-counts.js";

const FAILED = { ...PASSED, exitCode: 1, result: "failed", counts: "33 passed, 1 failed, 0 skipped" };

/** Even root cannot make a directory where a file stands. */
function fileInPlaceOfArtifacts(workspace: string): void {
  fs.writeFileSync(join(workspace, ".artifacts"), "");
}

/** A repository that would commit the evidence, so that the guard's check fails. */
function repositoryThatShowsEvidence(workspace: string): void {
  git(workspace, "init", "--quiet");
  fs.mkdirSync(join(workspace, ".artifacts"));
  fs.writeFileSync(join(workspace, ".artifacts", ".gitignore"), "");
}

function errorsOf({ commands }: ActionRun) {
  return commands.filter(({ name }) => name === "error");
}

describe.skipIf(NODE_24_IS_MISSING)("a workspace that cannot be written", () => {
  it.concurrent("leaves the evidence in the runner's own directory", async ({ onTestFinished, expect }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const ended = await run({ prepare: fileInPlaceOfArtifacts });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining("account-sync-drill")]);
    expect(warningsOf(ended)[0]).toContain(ended.outputs["evidence-dir"]);
    expect(ended.outputs["evidence-dir"]).toMatch(/\/temp\/account-sync-drill\//);
    expect(results.artifacts.size).toBe(1);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(1);
  });

  it.concurrent("ends the step where the runner has none", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({ prepare: fileInPlaceOfArtifacts, env: { RUNNER_TEMP: "" } });

    expect(ended.exitCode).toBe(1);
    expect(errorsOf(ended)).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^evidence could not be written to \.artifacts/),
      }),
    ]);
    expect(ended.outputs).toEqual({});
    expect(ended.summary).not.toContain("passed");
    expect(github.operations).toEqual([]);
  });
});

/** What a pull request may commit: a link, by which evidence would be written where it leads. */
function linkOut(workspace: string, link: string): string {
  const elsewhere = join(workspace, "..", "elsewhere");
  fs.mkdirSync(elsewhere);
  fs.mkdirSync(dirname(join(workspace, link)), { recursive: true });
  fs.symlinkSync(elsewhere, join(workspace, link));
  return elsewhere;
}

describe.skipIf(NODE_24_IS_MISSING)("a link that leads out of the workspace", () => {
  it.concurrent.for([".artifacts", ".artifacts/account_sync_fire_drill"])(
    "is not followed: %s",
    async (link, { onTestFinished, expect }) => {
      const { run } = await commentStage(onTestFinished);
      let elsewhere = "";
      const prepare = (workspace: string) => {
        elsewhere = linkOut(workspace, link);
      };
      const ended = await run({ prepare });

      expect(verdictOf(ended)).toEqual(PASSED);
      expect(ended.outputs["evidence-dir"]).toMatch(/\/temp\/account-sync-drill\//);
      expect(warningsOf(ended)).toEqual([
        expect.stringContaining(`: ${link} is a link that leads out of the workspace, to /`),
      ]);
      expect(fs.readdirSync(elsewhere)).toEqual([]);
    },
  );
});

describe.skipIf(NODE_24_IS_MISSING)("a job that is cancelled in the midst of the drill", () => {
  it.concurrent.for(["SIGINT", "SIGTERM"] as const)(
    "by %s says so in one line, leaves no evidence and tells nobody",
    async (signal, { onTestFinished, expect }) => {
      const { github, run } = await commentStage(onTestFinished);
      const program = 'require("node:fs").writeFileSync("started", ""); setInterval(() => {}, 1000);';
      let artifacts = "";
      const ended = await run({
        prepare: (workspace) => {
          artifacts = join(workspace, ".artifacts");
          fs.writeFileSync(join(workspace, "hang.cjs"), program);
        },
        inputs: { syncer: `'${process.execPath}' hang.cjs` },
        stop: { signal, once: "started" },
      });

      expect(ended.exitCode).toBe(1);
      expect(errorsOf(ended).map(({ message }) => message)).toEqual([
        `stopped by ${signal} before the evidence was whole: none was left; run it again`,
      ]);
      expect(ended.outputs).toEqual({});
      expect(ended.summary).toBe("");
      expect(fs.readdirSync(join(artifacts, "account_sync_fire_drill"))).toEqual([]);
      expect(github.operations).toEqual([]);
    },
  );
});

describe.skipIf(NODE_24_IS_MISSING || GIT_IS_MISSING)("a drill that failed", () => {
  it.concurrent("fails the step and is told everywhere", async ({ onTestFinished, expect }) => {
    const { github, results, run } = await wholeStage(onTestFinished);
    const ended = await run({ prepare: repositoryThatShowsEvidence });

    expect(verdictOf(ended)).toEqual(FAILED);
    expect(warningsOf(ended)).toEqual([]);
    expect(errorsOf(ended)).toEqual([
      expect.objectContaining({ properties: { title: `Account sync fire drill: failed, ${ALL_BUT_ONE}` } }),
      expect.objectContaining({ properties: { title: expect.stringContaining("git status") } }),
    ]);
    const bodies = bodiesOf(github);
    expect(bodies).toEqual([expect.stringContaining(`### Account sync fire drill: failed, ${ALL_BUT_ONE}`)]);
    expect(ended.summary).toContain("BROKEN");
    expect(ended.outputs["evidence-ref"]).toContain("status=failed reason=exit_code_1");
    expect(results.artifacts.size).toBe(1);
  });

  it.concurrent("fails the step whatever the services do", async ({ onTestFinished, expect }) => {
    const { run } = await commentStage(onTestFinished, {
      faults: { everything: refusal(401, "Bad credentials") },
    });
    const ended = await run({ prepare: repositoryThatShowsEvidence });

    expect(verdictOf(ended)).toEqual(FAILED);
    expect(warningsOf(ended)).toHaveLength(1);
  });

  it.concurrent("does not fail the step where the workflow says so", async ({ onTestFinished, expect }) => {
    const { run } = await commentStage(onTestFinished);
    const ended = await run({
      prepare: repositoryThatShowsEvidence,
      inputs: { "fail-on-drill-failure": "false" },
    });

    expect(verdictOf(ended)).toEqual({ ...FAILED, exitCode: 0 });
  });
});

describe.skipIf(NODE_24_IS_MISSING)("a runner", () => {
  it.concurrent("without a summary file gets one warning", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({ env: { GITHUB_STEP_SUMMARY: "" } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining("no job summary")]);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(1);
  });

  it.concurrent("whose event file is gone still learns the pull request", async ({
    onTestFinished,
    expect,
  }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({
      env: { GITHUB_EVENT_PATH: "/nowhere/event.json", GITHUB_SHA: "a".repeat(40) },
    });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(1);
  });

  it.concurrent("without a token gets one warning", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({ inputs: { "github-token": "" } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining("the github-token input is empty")]);
    expect(github.operations).toEqual([]);
  });

  it.concurrent("is told every bad input before anything is done", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const ended = await run({ inputs: { upload: "maybe", "pr-number": "-1" } });

    expect(ended.exitCode).toBe(1);
    expect(errorsOf(ended)).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/input upload: .*input pr-number: /) }),
    ]);
    expect(ended.outputs).toEqual({});
    expect(github.operations).toEqual([]);
  });
});
