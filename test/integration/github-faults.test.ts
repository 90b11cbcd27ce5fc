import { describe, it } from "vitest";
import { casesToRun } from "../support/at-length.js";
import type { GitHubServer, Operation, Weather } from "../support/github/github-server.js";
import { refusal, secondaryLimit, UNPROCESSABLE } from "../support/github/refusal.js";
import { bodyOf } from "../support/github/runs-at-once.js";
import { patientSeconds } from "../support/patience.js";
import { plainEvent, pullRequestEvent } from "../support/runner/events.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { bodiesOf, commentStage, PULL_REQUEST } from "../support/runner/stage.js";
import { LOST_ANSWER, MALFORMED, RESET, SILENCE } from "../support/server-fault.js";
import { ALL_CHECKS } from "../support/suite-counts.js";

interface Case {
  readonly name: string;
  readonly isInShort?: true;
  readonly faults: NonNullable<Weather["faults"]>;
  readonly event?: ReturnType<typeof plainEvent>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Whether an older run has told the pull request already. */
  readonly isUpdate?: boolean;
  /** Part of the one warning; none where the comment is posted after all. */
  readonly warning?: string;
  /** How often something is asked. */
  readonly asked?: Readonly<Partial<Record<Operation, number>>>;
}

const SECONDS = patientSeconds(3);
const HURRIED = { "reporting-timeout": String(SECONDS) };
const TOO_LATE = `no answer within ${SECONDS} s`;

/** A primary limit, as GitHub answers it, which ends after some seconds. */
function primaryLimit(endsInSeconds: number) {
  return refusal(403, "API rate limit exceeded for installation.", {
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000) + endsInSeconds),
  });
}

const CASES: readonly Case[] = [
  {
    name: "401 for a bad token",
    isInShort: true,
    faults: { everything: refusal(401, "Bad credentials") },
    warning: "the token was refused",
    asked: { list_comments: 1 },
  },
  {
    name: "401 while looking for the pull request",
    event: plainEvent("push"),
    faults: { everything: refusal(401, "Bad credentials") },
    warning: "the token was refused",
    asked: { pulls_of_commit: 1, list_comments: 0 },
  },
  {
    name: "403 for a token that may not write",
    isInShort: true,
    faults: { create_comment: refusal(403, "Resource not accessible by integration") },
    warning: "grant the job pull-requests: write",
    asked: { create_comment: 1 },
  },
  {
    name: "403 for a token that may not read",
    faults: { list_comments: refusal(403, "Resource not accessible by integration") },
    warning: "grant the job pull-requests: write",
    asked: { list_comments: 1, create_comment: 0 },
  },
  {
    name: "404 for a token that may not see it",
    isInShort: true,
    faults: { create_comment: refusal(404, "Not Found") },
    warning: "the pull request was not found",
    asked: { create_comment: 1 },
  },
  {
    name: "a pull request that does not exist",
    faults: {},
    inputs: { "pr-number": "99" },
    warning: "the pull request was not found",
    asked: { list_comments: 1, create_comment: 0 },
  },
  {
    name: "409 while looking for the pull request",
    isInShort: true,
    event: plainEvent("push"),
    faults: { pulls_of_commit: refusal(409, "Git Repository is empty.") },
    warning: "status 409 (Git Repository is empty.",
  },
  {
    name: "410 where comments are switched off",
    isInShort: true,
    faults: { create_comment: refusal(410, "Issues are disabled for this repo") },
    warning: "takes no comments any more",
    asked: { create_comment: 1 },
  },
  {
    name: "422 for a body that GitHub does not like",
    isInShort: true,
    faults: { create_comment: UNPROCESSABLE },
    warning: "did not accept the comment",
    asked: { create_comment: 1 },
  },
  {
    name: "429 whose Retry-After ends soon",
    isInShort: true,
    faults: { create_comment: [secondaryLimit(429, 1)] },
    asked: { create_comment: 2 },
  },
  {
    name: "429 that says Retry-After and nothing about limits",
    faults: { create_comment: [refusal(429, "Too Many Requests", { "retry-after": "1" })] },
    asked: { create_comment: 2 },
  },
  {
    name: "429 while looking, whose Retry-After ends soon",
    faults: { list_comments: [secondaryLimit(429, 1)] },
    asked: { list_comments: 3, create_comment: 1 },
  },
  {
    name: "429 that comes again and again",
    faults: { create_comment: secondaryLimit(429, 1) },
    warning: "rate limit is exceeded",
    asked: { create_comment: 3 },
  },
  {
    name: "429 whose Retry-After is too long to wait",
    faults: { create_comment: secondaryLimit(429, 3600) },
    warning: "rate limit is exceeded",
    asked: { create_comment: 1 },
  },
  {
    name: "a secondary limit whose Retry-After ends soon",
    faults: { create_comment: [secondaryLimit(403, 1)] },
    asked: { create_comment: 2 },
  },
  {
    name: "a secondary limit whose Retry-After is too long to wait",
    faults: { create_comment: secondaryLimit(403, 3600) },
    warning: "rate limit is exceeded",
    asked: { create_comment: 1 },
  },
  {
    name: "a primary limit that ends soon",
    faults: { create_comment: [primaryLimit(1)] },
    asked: { create_comment: 2 },
  },
  {
    name: "a primary limit that ends in an hour",
    faults: { create_comment: primaryLimit(3600) },
    warning: "rate limit is exceeded",
    asked: { create_comment: 1 },
  },
  {
    name: "500 once",
    faults: { create_comment: [refusal(500, "Server Error")] },
    asked: { create_comment: 2 },
  },
  {
    name: "500 again and again",
    isInShort: true,
    faults: { create_comment: refusal(500, "Server Error") },
    warning: "GitHub could not be reached",
    asked: { create_comment: 3 },
  },
  {
    name: "502 while looking, again and again",
    faults: { list_comments: refusal(502, "Server Error") },
    warning: "GitHub could not be reached",
    asked: { list_comments: 3 },
  },
  {
    name: "a connection that is reset once",
    faults: { list_comments: [RESET] },
    asked: { list_comments: 3, create_comment: 1 },
  },
  {
    name: "connections that are reset again and again",
    isInShort: true,
    faults: { everything: RESET },
    warning: "GitHub could not be reached",
    asked: { list_comments: 3 },
  },
  {
    name: "a comment that was created though the answer was lost",
    isInShort: true,
    faults: { create_comment: [LOST_ANSWER] },
    asked: { create_comment: 2, delete_comment: 1 },
  },
  {
    name: "no answer to the search for comments",
    faults: { list_comments: SILENCE },
    inputs: HURRIED,
    warning: TOO_LATE,
  },
  {
    name: "no answer to the comment",
    isInShort: true,
    faults: { create_comment: SILENCE },
    inputs: HURRIED,
    warning: TOO_LATE,
  },
  {
    name: "no answer to anything",
    event: plainEvent("push"),
    faults: { everything: SILENCE },
    inputs: HURRIED,
    warning: TOO_LATE,
  },
  {
    name: "half an answer to the search for comments",
    faults: { list_comments: MALFORMED },
    warning: "GitHub answered something unexpected",
  },
  {
    name: "half an answer to the comment",
    isInShort: true,
    faults: { create_comment: MALFORMED },
    warning: "GitHub answered something unexpected",
  },
  {
    name: "403 for a token that may not update",
    isUpdate: true,
    faults: { update_comment: refusal(403, "Resource not accessible by integration") },
    warning: "grant the job pull-requests: write",
    asked: { update_comment: 1 },
  },
  {
    name: "503 to the update, again and again",
    isUpdate: true,
    faults: { update_comment: refusal(503, "Service Unavailable") },
    warning: "GitHub could not be reached",
    asked: { update_comment: 3 },
  },
  {
    name: "an update whose connection is reset once",
    isUpdate: true,
    faults: { update_comment: [RESET] },
    asked: { update_comment: 2 },
  },
  {
    name: "an update that was done though the answer was lost",
    isInShort: true,
    isUpdate: true,
    faults: { update_comment: [LOST_ANSWER] },
    asked: { create_comment: 0 },
  },
  {
    name: "no answer to the update",
    isUpdate: true,
    faults: { update_comment: SILENCE },
    inputs: HURRIED,
    warning: TOO_LATE,
  },
];

/** How often each of these operations was asked for. */
function timesAsked(github: GitHubServer, operations: Case["asked"]): Case["asked"] {
  if (operations === undefined) return undefined;
  const count = (name: string) => github.operations.filter((operation) => operation === name).length;
  return Object.fromEntries(Object.keys(operations).map((name) => [name, count(name)]));
}

describe.skipIf(NODE_24_IS_MISSING)("the verdict and at most one comment survive", () => {
  it.concurrent.for(casesToRun("faults of GitHub's API", CASES))(
    "$name",
    async ({ faults, ...scene }, { onTestFinished, expect }) => {
      const { github, run } = await commentStage(onTestFinished, { faults });
      const before = scene.isUpdate === true ? [bodyOf(999)] : [];
      for (const body of before) github.conversations.say(PULL_REQUEST, body);
      const ended = await run({
        ...(scene.event ?? pullRequestEvent(PULL_REQUEST)),
        inputs: scene.inputs ?? {},
      });

      expect(verdictOf(ended)).toEqual(PASSED);
      expect(warningsOf(ended)).toEqual(
        scene.warning === undefined ? [] : [expect.stringContaining(scene.warning)],
      );
      expect(ended.summary).toContain(`### Account sync fire drill: passed, ${ALL_CHECKS}`);
      const isTold = scene.warning === undefined;
      const told = expect.stringContaining(`passed, ${ALL_CHECKS}`);
      expect(bodiesOf(github)).toEqual(isTold ? [told] : before);
      expect(ended.outputs["comment-url"]).toMatch(isTold ? /#issuecomment-[0-9]+$/ : /^$/);
      expect(timesAsked(github, scene.asked)).toEqual(scene.asked);
    },
  );
});
