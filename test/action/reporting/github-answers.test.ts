import { describe, expect, it } from "vitest";
import {
  readCommentPage,
  readPostedComment,
  readPullRequests,
} from "../../../src/action/reporting/github-answers.js";
import { problemsOf } from "../../support/refusal.js";

const PULL_REQUEST = {
  number: 3,
  state: "open",
  head: { sha: "1".repeat(40) },
  base: { repo: { full_name: "octo/bot" } },
};
const NODE = {
  url: "https://github.com/octo/bot/pull/7#issuecomment-4567891234",
  body: "hello",
  isMinimized: false,
  viewerDidAuthor: true,
};
const LAST_PAGE = { hasNextPage: false, endCursor: null };

function page(nodes: unknown, pageInfo: unknown = LAST_PAGE): unknown {
  return { repository: { pullRequest: { comments: { nodes, pageInfo } } } };
}

describe("a commit's pull requests", () => {
  it("are read", () => {
    const closed = { ...PULL_REQUEST, number: 4, state: "closed" };
    expect(readPullRequests([PULL_REQUEST, closed])).toEqual([
      { number: 3, isOpen: true, headSha: "1".repeat(40), baseRepository: "octo/bot" },
      { number: 4, isOpen: false, headSha: "1".repeat(40), baseRepository: "octo/bot" },
    ]);
  });

  it("are read without a row that is null", () => {
    expect(readPullRequests([null, PULL_REQUEST]).map(({ number }) => number)).toEqual([3]);
  });

  it.each([
    { name: "no list", data: {}, problem: "list: expected an array" },
    { name: "null", data: null, problem: "list: expected an array" },
    { name: "a row that is none", data: [5], problem: "list[0]: expected an object" },
    {
      name: "no number",
      data: [{ ...PULL_REQUEST, number: "3" }],
      problem: "list[0].number: expected an integer",
    },
    { name: "no head", data: [{ ...PULL_REQUEST, head: null }], problem: "list[0].head: expected an object" },
    {
      name: "a base without a repository",
      data: [{ ...PULL_REQUEST, base: {} }],
      problem: "expected an object",
    },
  ])("are refused with a path: $name", ({ data, problem }) => {
    expect(problemsOf(() => readPullRequests(data)).join()).toContain(problem);
  });
});

describe("a page of comments", () => {
  it("gives those of the token's identity, and where the next page begins", () => {
    const answer = page([NODE, { ...NODE, viewerDidAuthor: false }], { hasNextPage: true, endCursor: "abc" });
    expect(readCommentPage(answer)).toEqual({
      own: [{ id: 4567891234, url: NODE.url, body: "hello", isMinimized: false }],
      next: "abc",
    });
  });

  it("is read without a row that is null", () => {
    expect(readCommentPage(page([null, NODE, null])).own.map(({ id }) => id)).toEqual([4567891234]);
  });

  it("is the last where there is no next", () => {
    expect(readCommentPage(page([]))).toEqual({ own: [], next: null });
  });

  it.each([
    { name: "no pull request", data: { repository: { pullRequest: null } } },
    { name: "no repository", data: { repository: null } },
    { name: "no answer", data: undefined },
    { name: "no nodes", data: page(null) },
    { name: "no page info", data: page([], null) },
    { name: "a next page without a cursor", data: page([], { hasNextPage: true, endCursor: null }) },
    { name: "a comment without an address", data: page([{ ...NODE, url: "" }]) },
    {
      name: "an address without an id",
      data: page([{ ...NODE, url: "https://github.com/octo/bot/pull/7" }]),
    },
    { name: "an author that is not told", data: page([{ ...NODE, viewerDidAuthor: null }]) },
  ])("is refused: $name", ({ data }) => {
    expect(problemsOf(() => readCommentPage(data))).not.toEqual([]);
  });
});

describe("a comment that was posted", () => {
  it("is read", () => {
    expect(readPostedComment({ id: 4567891234, html_url: NODE.url, body: "x" })).toEqual({
      id: 4567891234,
      url: NODE.url,
    });
  });

  it.each([null, {}, { id: 1 }, { id: "1", html_url: "x" }, { id: 1, html_url: "" }])(
    "is refused: %j",
    (data) => {
      expect(problemsOf(() => readPostedComment(data))).not.toEqual([]);
    },
  );
});
