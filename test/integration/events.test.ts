import { describe, it } from "vitest";
import { casesToRun } from "../support/at-length.js";
import type { StoredPullRequest } from "../support/github/conversation.js";
import type { Weather } from "../support/github/github-server.js";
import { refusal } from "../support/github/refusal.js";
import {
  checkSuiteEvent,
  HEAD_SHA,
  issueCommentEvent,
  mergeGroupEvent,
  plainEvent,
  pullRequestEvent,
  pullRequestTargetEvent,
  type RunnerEvent,
  workflowRunEvent,
} from "../support/runner/events.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { PULL_REQUEST, wholeStage } from "../support/runner/stage.js";
import { ALL_CHECKS } from "../support/suite-counts.js";

interface Case {
  readonly name: string;
  readonly isInShort?: true;
  readonly event: RunnerEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly weather?: Weather;
  /** What becomes of the pull request that is open. */
  readonly pullRequest?: Partial<StoredPullRequest>;
  readonly isTold: boolean;
  readonly warning?: string;
  /** The commit that the evidence names. */
  readonly commit: string;
}

const READ_ONLY: Weather = {
  faults: { create_comment: refusal(403, "Resource not accessible by integration") },
};

const CASES: readonly Case[] = [
  {
    name: "pull_request",
    isInShort: true,
    event: pullRequestEvent(PULL_REQUEST),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "pull_request of a fork, whose token may only read",
    isInShort: true,
    event: pullRequestEvent(PULL_REQUEST, { headRepository: "stranger/trading" }),
    weather: READ_ONLY,
    isTold: false,
    warning: "pull-requests: write",
    commit: HEAD_SHA,
  },
  {
    name: "pull_request of Dependabot, whose token may only read",
    event: pullRequestEvent(PULL_REQUEST, { actor: "dependabot[bot]" }),
    weather: READ_ONLY,
    isTold: false,
    warning: "Dependabot",
    commit: HEAD_SHA,
  },
  {
    name: "pull_request of Dependabot, whose token was allowed to write",
    event: pullRequestEvent(PULL_REQUEST, { actor: "dependabot[bot]" }),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "pull_request_target, which runs on the base",
    event: pullRequestTargetEvent(PULL_REQUEST),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "push to the branch of a pull request",
    isInShort: true,
    event: plainEvent("push"),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "push of a commit that is no longer the head of its pull request",
    event: plainEvent("push"),
    pullRequest: { headSha: "e".repeat(40) },
    isTold: false,
    commit: HEAD_SHA,
  },
  {
    name: "push to a branch whose pull request is closed",
    event: plainEvent("push"),
    pullRequest: { state: "closed" },
    isTold: false,
    commit: HEAD_SHA,
  },
  {
    name: "push in a fork, whose pull request is another repository's",
    event: plainEvent("push"),
    pullRequest: { baseRepository: "upstream/trading" },
    isTold: false,
    commit: HEAD_SHA,
  },
  {
    name: "workflow_run, whose payload names no pull request",
    isInShort: true,
    event: workflowRunEvent(),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "workflow_dispatch on the branch of a pull request",
    event: plainEvent("workflow_dispatch"),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "workflow_dispatch that says which pull request",
    isInShort: true,
    event: plainEvent("workflow_dispatch", "d".repeat(40)),
    inputs: { "pr-number": String(PULL_REQUEST) },
    isTold: true,
    commit: "d".repeat(40),
  },
  {
    name: "issue_comment on a pull request, whose payload does not name the head",
    isInShort: true,
    event: issueCommentEvent(PULL_REQUEST),
    isTold: true,
    commit: "unknown",
  },
  {
    name: "check_suite, which runs on the default branch",
    event: checkSuiteEvent(),
    isTold: true,
    commit: HEAD_SHA,
  },
  {
    name: "schedule",
    isInShort: true,
    event: plainEvent("schedule", "d".repeat(40)),
    isTold: false,
    commit: "d".repeat(40),
  },
  { name: "merge_group", isInShort: true, event: mergeGroupEvent(), isTold: false, commit: "b".repeat(40) },
];

describe.skipIf(NODE_24_IS_MISSING)("on", () => {
  it.concurrent.for(casesToRun("events", CASES))("$name", async (scene, { onTestFinished, expect }) => {
    const { github, results, run } = await wholeStage(onTestFinished, scene.weather);
    const open = github.conversations.pullRequests.get(PULL_REQUEST);
    if (open !== undefined)
      github.conversations.pullRequests.set(PULL_REQUEST, { ...open, ...scene.pullRequest });
    const ended = await run({ ...scene.event, inputs: scene.inputs ?? {} });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual(
      scene.warning === undefined ? [] : [expect.stringContaining(scene.warning)],
    );
    expect(ended.outputs["evidence-ref"]).toContain(` commit=${scene.commit} `);
    expect(ended.summary).toContain(`### Account sync fire drill: passed, ${ALL_CHECKS}`);
    expect([...results.artifacts.values()]).toEqual([
      expect.objectContaining({
        id: ended.outputs["artifact-id"],
        digest: ended.outputs["artifact-digest"],
      }),
    ]);
    const comments = github.conversations.of(PULL_REQUEST);
    expect(comments).toHaveLength(scene.isTold ? 1 : 0);
    expect(ended.outputs["comment-url"]).toMatch(scene.isTold ? /#issuecomment-[0-9]+$/ : /^$/);
  });
});
