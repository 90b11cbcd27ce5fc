import { describe, it } from "vitest";
import { refusal } from "../support/github/refusal.js";
import { bodyOf } from "../support/github/runs-at-once.js";
import {
  type ActionRun,
  type ActionStep,
  NODE_24_IS_MISSING,
  PASSED,
  verdictOf,
  warningsOf,
} from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST } from "../support/runner/stage.js";
import { ALL_CHECKS } from "../support/suite-counts.js";

function attempt(runId: number, runAttempt: number): ActionStep {
  return { env: { GITHUB_RUN_ID: String(runId), GITHUB_RUN_ATTEMPT: String(runAttempt) } };
}

function noticesOf({ commands }: ActionRun): string {
  return commands.flatMap(({ name, message }) => (name === "notice" ? [message] : [])).join("\n");
}

describe.skipIf(NODE_24_IS_MISSING)("the comment of several runs", () => {
  it.concurrent("is updated by the next run, which says what changed", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const first = await run(attempt(1000, 1));
    const second = await run(attempt(1001, 1));

    expect([verdictOf(first), verdictOf(second)]).toEqual([PASSED, PASSED]);
    expect(second.outputs["comment-url"]).toBe(first.outputs["comment-url"]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining("unchanged since the last comment")]);
    expect(bodiesOf(github)[0]).toContain("/actions/runs/1001)");
    expect(second.summary).toContain("unchanged since the last comment");
  });

  it.concurrent.for([
    { name: "a re-run of it", later: attempt(1000, 2), earlier: attempt(1000, 1) },
    { name: "a newer run", later: attempt(1001, 1), earlier: attempt(1000, 3) },
  ])(
    "of $name is not overwritten by one that ends late",
    async ({ later, earlier }, { onTestFinished, expect }) => {
      const { github, run } = await commentStage(onTestFinished);
      await run(later);
      const left = bodiesOf(github);
      const late = await run(earlier);

      expect(verdictOf(late)).toEqual(PASSED);
      expect(warningsOf(late)).toEqual([]);
      expect(noticesOf(late)).toContain("a newer run has told pull request 7 already");
      expect(late.outputs["comment-url"]).toMatch(/#issuecomment-[0-9]+$/);
      expect(bodiesOf(github)).toEqual(left);
    },
  );

  it.concurrent("is put right where an older run overwrites it before the last look", async (test) => {
    const { github, run } = await commentStage(test.onTestFinished);
    const { id } = github.conversations.say(PULL_REQUEST, bodyOf(998));
    const overwrite = () => {
      if (github.count("list_comments") === 2) github.conversations.change(id, { body: bodyOf(999) });
    };
    github.weather = { before: { list_comments: overwrite } };
    const ended = await run(attempt(1000, 1));

    test.expect(verdictOf(ended)).toEqual(PASSED);
    test.expect(github.count("update_comment")).toBe(2);
    test.expect(bodiesOf(github)).toEqual([test.expect.stringContaining("/actions/runs/1000)")]);
  });

  it.concurrent("is overwritten by a re-run", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    await run(attempt(1000, 1));
    const again = await run(attempt(1000, 2));

    expect(verdictOf(again)).toEqual(PASSED);
    expect(bodiesOf(github)).toEqual([expect.stringContaining("runAttempt%22%3A2")]);
  });

  it.concurrent("that a race left over is deleted by the next run", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const [lowest] = [997, 998, 999].map((runId) => github.conversations.say(PULL_REQUEST, bodyOf(runId)));
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(github.conversations.of(PULL_REQUEST).map(({ id }) => id)).toEqual([lowest?.id]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining(`passed, ${ALL_CHECKS}`)]);
  });

  it.concurrent("stands though what a race left over cannot be deleted", async (test) => {
    const weather = { faults: { delete_comment: refusal(403, "Forbidden") } };
    const { github, run } = await commentStage(test.onTestFinished, weather);
    for (const runId of [998, 999]) github.conversations.say(PULL_REQUEST, bodyOf(runId));
    const ended = await run();

    test.expect(verdictOf(ended)).toEqual(PASSED);
    test.expect(warningsOf(ended)).toEqual([]);
    test.expect(bodiesOf(github)[0]).toContain(`passed, ${ALL_CHECKS}`);
    test.expect(ended.outputs["comment-url"]).toMatch(/#issuecomment-[0-9]+$/);
  });
});
