import { describe, expect, it } from "vitest";
import type { CommitPullRequest } from "../../../src/action/reporting/github-api.js";
import { findPullRequest } from "../../../src/action/reporting/pull-request.js";
import { actionContext, HEAD_SHA } from "../../support/action-context.js";
import { CommentThread } from "../../support/comment-thread.js";

const FOUND: CommitPullRequest = {
  number: 3,
  isOpen: true,
  headSha: HEAD_SHA,
  baseRepository: "octo/bot",
};
const ON_PUSH = { eventName: "push", eventPullRequest: null };

function find(
  commitsPullRequests: readonly CommitPullRequest[],
  { asked = null, ...context }: Parameters<typeof actionContext>[0] & { asked?: number | null } = {},
) {
  const thread = new CommentThread();
  thread.pullRequests.push(...commitsPullRequests);
  return findPullRequest(asked, actionContext(context), thread.connect());
}

describe("the pull request to tell", () => {
  it.each([
    { name: "the input's, before all others", found: [FOUND], given: { asked: 12 }, number: 12 },
    { name: "the event's, before the commit's", found: [FOUND], given: {}, number: 7 },
    { name: "the commit's, where the event names none", found: [FOUND], given: ON_PUSH, number: 3 },
    { name: "none, where the commit has none", found: [], given: ON_PUSH, number: null },
    {
      name: "none, where there is no commit",
      found: [FOUND],
      given: { ...ON_PUSH, headSha: "" },
      number: null,
    },
    { name: "not a closed one", found: [{ ...FOUND, isOpen: false }], given: ON_PUSH, number: null },
    {
      name: "not one whose head has moved on",
      found: [{ ...FOUND, headSha: "2".repeat(40) }],
      given: ON_PUSH,
      number: null,
    },
    {
      name: "not one into another repository",
      found: [{ ...FOUND, baseRepository: "stranger/bot" }],
      given: ON_PUSH,
      number: null,
    },
    {
      name: "one into this repository, however it is spelt",
      found: [{ ...FOUND, baseRepository: "Octo/Bot" }],
      given: ON_PUSH,
      number: 3,
    },
    {
      name: "the oldest of several",
      found: [
        { ...FOUND, number: 9 },
        { ...FOUND, number: 2, isOpen: false },
        { ...FOUND, number: 5 },
      ],
      given: ON_PUSH,
      number: 5,
    },
  ])("is $name", async ({ found, given, number }) => {
    expect(await find(found, given)).toBe(number);
  });

  it("is not looked for where it is known", async () => {
    const github = new CommentThread().connect();
    const never = { ...github, pullRequestsOfCommit: () => Promise.reject(new Error("asked")) };
    expect(await findPullRequest(null, actionContext(), never)).toBe(7);
  });
});
