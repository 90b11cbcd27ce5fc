import { describe, it } from "vitest";
import { refusal } from "../support/github/refusal.js";
import { bodyOf } from "../support/github/runs-at-once.js";
import { codesShown } from "../support/rendered-markdown.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST } from "../support/runner/stage.js";
import { ALL_CHECKS } from "../support/suite-counts.js";

const LOCKED = refusal(403, "Unable to create comment because issue is locked.");

describe.skipIf(NODE_24_IS_MISSING)("the comment", () => {
  it.concurrent("gives the verdict, what was drilled, and the reference to copy", async (test) => {
    const { github, run } = await commentStage(test.onTestFinished);
    const { outputs } = await run();

    const [body = ""] = bodiesOf(github);
    const shown = body.split("\n").filter((line) => !line.startsWith("<!--"));
    test.expect(shown[0]).toBe(`### Account sync fire drill: passed, ${ALL_CHECKS} · bundled example syncer`);
    test.expect(codesShown(body)).toContain(`${outputs["evidence-ref"]}\n`);
  });

  it.concurrent.for([
    { name: "create", operation: "create_comment" },
    { name: "update", operation: "update_comment" },
  ] as const)(
    "is missing where the conversation is locked ($name)",
    async ({ operation }, { onTestFinished, expect }) => {
      const { github, run } = await commentStage(onTestFinished, { faults: { [operation]: LOCKED } });
      if (operation === "update_comment") github.conversations.say(PULL_REQUEST, bodyOf(999));
      const before = bodiesOf(github);
      const ended = await run();

      expect(verdictOf(ended)).toEqual(PASSED);
      expect(warningsOf(ended)).toEqual([expect.stringContaining("a locked conversation takes no comments")]);
      expect(bodiesOf(github)).toEqual(before);
      expect(ended.summary).toContain(`### Account sync fire drill: passed, ${ALL_CHECKS}`);
    },
  );

  it.concurrent("is made anew where the last was minimised", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const hidden = github.conversations.say(PULL_REQUEST, bodyOf(999), { isMinimized: true });
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    const [first, second, ...more] = github.conversations.of(PULL_REQUEST);
    expect(first).toEqual(hidden);
    expect(second?.body).toContain(`passed, ${ALL_CHECKS}`);
    expect(more).toEqual([]);
  });

  it.concurrent("is made anew where it is deleted before the update", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const { id } = github.conversations.say(PULL_REQUEST, bodyOf(999));
    github.weather = { before: { update_comment: () => github.conversations.remove(id) } };
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(bodiesOf(github)).toEqual([expect.stringContaining(`passed, ${ALL_CHECKS}`)]);
    expect(ended.outputs["comment-url"]).not.toContain(String(id));
  });

  it.concurrent("is found behind 250 others, on the third page", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    for (let n = 0; n < 250; n++) github.conversations.say(PULL_REQUEST, `No ${n}`, { author: "octocat" });
    const { id } = github.conversations.say(PULL_REQUEST, bodyOf(999));
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(github.count("create_comment")).toBe(0);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(251);
    expect(github.conversations.find(id)?.body).toContain(`passed, ${ALL_CHECKS}`);
  });

  it.concurrent("of somebody else is left alone, marker or not", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    for (const body of [bodyOf(999), bodyOf(5000), `> ${bodyOf(1)}`, "Nice"]) {
      github.conversations.say(PULL_REQUEST, body, { author: "mallory" });
    }
    const before = github.conversations.of(PULL_REQUEST);
    const ended = await run();

    expect(verdictOf(ended)).toEqual(PASSED);
    const after = github.conversations.of(PULL_REQUEST);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual([
      expect.objectContaining({ author: "github-actions[bot]", body: expect.stringContaining(ALL_CHECKS) }),
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
