import { describe, it } from "vitest";
import { renderMarker, renderState } from "../../src/report/comment-marker.js";
import type { GitHubServer } from "../support/github/github-server.js";
import { refusal } from "../support/github/refusal.js";
import {
  type ActionRun,
  type ActionStep,
  NODE_24_IS_MISSING,
  PASSED,
  verdictOf,
  warningsOf,
} from "../support/runner/run-action.js";
import { commentStage, PULL_REQUEST } from "../support/runner/stage.js";

const MARKER = renderMarker({ workflow: "CI", job: "drill", leg: null, key: null });
const LOCKED = refusal(403, "Unable to create comment because issue is locked.");

/** A comment as a run of the action left it. */
function leftBy(runId: number, runAttempt = 1): string {
  return `${MARKER}\n${renderState({ runId, runAttempt, drills: {} })}\nleft by run ${runId}\n`;
}

function attempt(runId: number, runAttempt: number): ActionStep {
  return { env: { GITHUB_RUN_ID: String(runId), GITHUB_RUN_ATTEMPT: String(runAttempt) } };
}

function bodiesOf(github: GitHubServer): string[] {
  return github.conversations.of(PULL_REQUEST).map(({ body }) => body);
}

function noticesOf({ commands }: ActionRun): string {
  return commands.flatMap(({ name, message }) => (name === "notice" ? [message] : [])).join("\n");
}

describe.skipIf(NODE_24_IS_MISSING)("the comment", () => {
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

  it.concurrent("gives the verdict and the reference in its first two lines", async (test) => {
    const { github, run } = await commentStage(test.onTestFinished);
    const { outputs } = await run();

    const shown = (bodiesOf(github)[0] ?? "").split("\n").filter((line) => !line.startsWith("<!--"));
    test.expect(shown[0]).toBe("### Account sync fire drill: passed, 34 of 34");
    test.expect(shown[1]).toBe(`\`${outputs["evidence-ref"]}\``);
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

  it.concurrent("is overwritten by a re-run", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    await run(attempt(1000, 1));
    const again = await run(attempt(1000, 2));

    expect(verdictOf(again)).toEqual(PASSED);
    expect(bodiesOf(github)).toEqual([expect.stringContaining("runAttempt%22%3A2")]);
  });

  it.concurrent.for([
    { name: "create", operation: "create_comment" },
    { name: "update", operation: "update_comment" },
  ] as const)(
    "is missing where the conversation is locked ($name)",
    async ({ operation }, { onTestFinished, expect }) => {
      const { github, run } = await commentStage(onTestFinished, { faults: { [operation]: LOCKED } });
      if (operation === "update_comment") github.conversations.say(PULL_REQUEST, leftBy(999));
      const before = bodiesOf(github);
      const ended = await run();

      expect(verdictOf(ended)).toEqual(PASSED);
      expect(warningsOf(ended)).toEqual([expect.stringContaining("a locked conversation takes no comments")]);
      expect(bodiesOf(github)).toEqual(before);
      expect(ended.summary).toContain("### Account sync fire drill: passed, 34 of 34");
    },
  );

  it.concurrent("is made anew where the last was minimised", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const hidden = github.conversations.say(PULL_REQUEST, leftBy(999), { isMinimized: true });
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    const [first, second, ...more] = github.conversations.of(PULL_REQUEST);
    expect(first).toEqual(hidden);
    expect(second?.body).toContain("passed, 34 of 34");
    expect(more).toEqual([]);
  });

  it.concurrent("is made anew where it is deleted before the update", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const { id } = github.conversations.say(PULL_REQUEST, leftBy(999));
    github.weather = { before: { update_comment: () => github.conversations.remove(id) } };
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining("passed, 34 of 34")]);
    expect(ended.outputs["comment-url"]).not.toContain(String(id));
  });

  it.concurrent("is found behind 250 others, on the third page", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    for (let n = 0; n < 250; n++) github.conversations.say(PULL_REQUEST, `No ${n}`, { author: "octocat" });
    const { id } = github.conversations.say(PULL_REQUEST, leftBy(999));
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(github.count("create_comment")).toBe(0);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(251);
    expect(github.conversations.find(id)?.body).toContain("passed, 34 of 34");
  });

  it.concurrent("of somebody else is left alone, marker or not", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    for (const body of [leftBy(999), leftBy(5000), `> ${leftBy(1)}`, "Nice"]) {
      github.conversations.say(PULL_REQUEST, body, { author: "mallory" });
    }
    const before = github.conversations.of(PULL_REQUEST);
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    const after = github.conversations.of(PULL_REQUEST);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual([
      expect.objectContaining({ author: "github-actions[bot]", body: expect.stringContaining("34 of 34") }),
    ]);
  });

  it.concurrent("of another job, workflow or key is left alone", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const runs = await Promise.all([
      run(),
      run({ env: { GITHUB_JOB: "nightly" } }),
      run({ env: { GITHUB_WORKFLOW: "Release" } }),
      run({ inputs: { "comment-key": "second" } }),
    ]);

    expect(runs.map(verdictOf)).toEqual([PASSED, PASSED, PASSED, PASSED]);
    expect(new Set(runs.map(({ outputs }) => outputs["comment-url"])).size).toBe(4);
    expect(new Set(bodiesOf(github).map((body) => body.split("\n")[0])).size).toBe(4);
  });

  it.concurrent("that a race left over is deleted by the next run", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const [lowest] = [997, 998, 999].map((runId) => github.conversations.say(PULL_REQUEST, leftBy(runId)));
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(github.conversations.of(PULL_REQUEST).map(({ id }) => id)).toEqual([lowest?.id]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining("passed, 34 of 34")]);
  });

  it.concurrent("stands though what a race left over cannot be deleted", async (test) => {
    const weather = { faults: { delete_comment: refusal(403, "Forbidden") } };
    const { github, run } = await commentStage(test.onTestFinished, weather);
    for (const runId of [998, 999]) github.conversations.say(PULL_REQUEST, leftBy(runId));
    const ended = await run();

    test.expect(verdictOf(ended)).toEqual(PASSED);
    test.expect(warningsOf(ended)).toEqual([]);
    test.expect(bodiesOf(github)[0]).toContain("passed, 34 of 34");
    test.expect(ended.outputs["comment-url"]).toMatch(/#issuecomment-[0-9]+$/);
  });

  it.concurrent("keeps within 65,536 characters where the matrix does not", async (test) => {
    const { github, run } = await commentStage(test.onTestFinished);
    const matrix = { config: "x".repeat(40_000), note: "é|`<@octocat>#1".repeat(2_000) };
    const first = await run({ matrix, env: { GITHUB_WORKFLOW: "ü".repeat(30_000) } });
    const second = await run({ matrix: { ...matrix, config: `${matrix.config}y` } });

    test.expect([verdictOf(first), verdictOf(second)]).toEqual([PASSED, PASSED]);
    test.expect([...warningsOf(first), ...warningsOf(second)]).toEqual([]);
    test.expect(bodiesOf(github)).toHaveLength(2);
    test
      .expect(github.conversations.writes.map((body) => body.length).filter((length) => length > 65_536))
      .toEqual([]);
  });
});
