import { describe, expect, it } from "vitest";
import { HEAD_SHA } from "../runner/events.js";
import { VIEWER } from "./conversation.js";
import { GitHubServer, REPOSITORY } from "./github-server.js";

const HEADERS = {
  authorization: "token ghs_local",
  "user-agent": "test/1",
  accept: "application/vnd.github.v3+json",
};

/** Asks a server with one pull request and one comment, and then ends it. */
async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = HEADERS) {
  const ends: (() => Promise<void>)[] = [];
  const github = await GitHubServer.start((end) => ends.push(end));
  github.conversations.pullRequests.set(7, { headSha: HEAD_SHA, state: "open", baseRepository: REPOSITORY });
  const { id } = github.conversations.say(7, "said");
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(`${github.url}${path.replace("ID", String(id))}`, init);
  const text = await response.text();
  const ended = await Promise.all(ends.map((end) => end())).then(
    () => null,
    (error: Error) => error.message,
  );
  return { status: response.status, answer: text === "" ? undefined : JSON.parse(text), broken: ended };
}

function query(fields: string, first = 100) {
  return {
    query: `query ($number: Int!) { repository(owner: "octo", name: "trading") {
      pullRequest(number: $number) { comments(first: ${first}) { ${fields} } } } }`,
    variables: { number: 7 },
  };
}

const COMMENTS = "/repos/octo/trading/issues/7/comments";
const COMMENT = "/repos/octo/trading/issues/comments/ID";

describe("the local GitHub server takes", () => {
  it.each([
    { name: "a new comment", method: "POST", path: COMMENTS, body: { body: "new" }, status: 201 },
    { name: "an update", method: "PATCH", path: COMMENT, body: { body: "new" }, status: 200 },
    { name: "a deletion", method: "DELETE", path: COMMENT, body: undefined, status: 204 },
    {
      name: "a search for pull requests",
      method: "GET",
      path: `/repos/octo/trading/commits/${HEAD_SHA}/pulls?per_page=100`,
      body: undefined,
      status: 200,
    },
  ])("$name", async ({ method, path, body, status }) => {
    expect(await ask(method, path, body)).toMatchObject({ status, broken: null });
  });

  it("a query, and answers what it asks for and no more", async () => {
    const { answer } = await ask("POST", "/graphql", query("nodes { body author { login } }"));
    const comments = { nodes: [{ body: "said", author: { login: VIEWER } }] };
    expect(answer).toEqual({ data: { repository: { pullRequest: { comments } } } });
  });
});

describe("the local GitHub server fails a test that sends", () => {
  it.each([
    { name: "a comment without a body", method: "POST", path: COMMENTS, body: {}, what: "'body'" },
    { name: "a body that is no text", method: "POST", path: COMMENTS, body: { body: 1 }, what: "string" },
    {
      name: "a field that is not described",
      method: "POST",
      path: COMMENTS,
      body: { body: "x", text: "x" },
      what: "text is not described",
    },
    {
      name: "a parameter that is not described",
      method: "DELETE",
      path: `${COMMENT}?force=true`,
      what: "force is not described",
    },
    {
      name: "an id that is no number",
      method: "DELETE",
      path: "/repos/octo/trading/issues/comments/abc",
      what: "comment_id",
    },
    { name: "a body where none is taken", method: "DELETE", path: COMMENT, body: {}, what: "no body" },
    { name: "another operation", method: "GET", path: "/user", what: "no such operation" },
  ])("$name", async ({ method, path, body, what }) => {
    expect((await ask(method, path, body)).broken).toContain(what);
  });
});

describe("the local GitHub server refuses", () => {
  it("who has no token", async () => {
    expect((await ask("POST", COMMENTS, { body: "x" }, {})).status).toBe(401);
  });

  it("a comment longer than 65,536 characters", async () => {
    expect((await ask("POST", COMMENTS, { body: "x".repeat(65_537) })).status).toBe(422);
  });

  it.each([
    { name: "a field that does not exist", body: query("nodes { id2 }"), what: "id2" },
    { name: "more than a page", body: query("nodes { body }", 101), what: "101 records" },
    { name: "an object without a selection", body: query("nodes"), what: "must have selections" },
    { name: "a text that is no query", body: { query: "query {" }, what: "end of document" },
    {
      name: "a variable of another type",
      body: { ...query("totalCount"), variables: { number: "7" } },
      what: "$number",
    },
  ])("in a query: $name", async ({ body, what }) => {
    expect((await ask("POST", "/graphql", body)).answer.errors[0].message).toContain(what);
  });
});
