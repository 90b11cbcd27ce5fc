import { isRecord } from "../../../src/syncer/field-reader.js";
import { commentUrl } from "./comments-query.js";
import { type Conversations, type StoredComment, type StoredPullRequest, VIEWER } from "./conversation.js";
import { refusal, UNPROCESSABLE } from "./refusal.js";

const MOST_CHARACTERS = 65_536;

/** An answer before it is sent. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** What a route has to answer with. */
export interface RestCall {
  readonly conversations: Conversations;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** GitHub's example of an answer, to be told apart only where it matters. */
  readonly example: unknown;
}

/** One REST operation of the server: what it is called in GitHub's description, and what it does. */
export interface RestRoute {
  readonly name: "pulls_of_commit" | "create_comment" | "update_comment" | "delete_comment";
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly template: string;
  readonly answer: (call: RestCall) => RestAnswer;
}

/** Everything that the action calls by REST. */
export const REST_ROUTES: readonly RestRoute[] = [
  {
    name: "pulls_of_commit",
    method: "GET",
    template: "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    answer: ({ conversations, example }) => ({
      status: 200,
      body: [...conversations.pullRequests].map(([number, stored]) =>
        pullRequest(number, stored, Array.isArray(example) ? example[0] : undefined),
      ),
    }),
  },
  {
    name: "create_comment",
    method: "POST",
    template: "/repos/{owner}/{repo}/issues/{issue_number}/comments",
    answer: ({ conversations, parameters, body, example }) => {
      const number = Number(parameters.issue_number);
      if (!conversations.pullRequests.has(number)) return NOT_FOUND;
      const text = writtenBody(body, conversations);
      return text === null
        ? UNPROCESSABLE
        : { status: 201, body: comment(conversations.say(number, text), example) };
    },
  },
  {
    name: "update_comment",
    method: "PATCH",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    answer: ({ conversations, parameters, body, example }) => {
      const stored = conversations.find(Number(parameters.comment_id));
      if (stored === undefined) return NOT_FOUND;
      if (stored.author !== VIEWER) return FORBIDDEN;
      const text = writtenBody(body, conversations);
      const changed = text === null ? undefined : conversations.change(stored.id, { body: text });
      return changed === undefined ? UNPROCESSABLE : { status: 200, body: comment(changed, example) };
    },
  },
  {
    name: "delete_comment",
    method: "DELETE",
    template: "/repos/{owner}/{repo}/issues/comments/{comment_id}",
    answer: ({ conversations, parameters }) => {
      const stored = conversations.find(Number(parameters.comment_id));
      if (stored === undefined) return NOT_FOUND;
      if (stored.author !== VIEWER) return FORBIDDEN;
      conversations.remove(stored.id);
      return { status: 204, body: undefined };
    },
  },
];

/** What the server says to a request that has no token. */
export const UNAUTHORIZED: RestAnswer = refusal(401, "Requires authentication");
export const NOT_FOUND: RestAnswer = refusal(404, "Not Found");
const FORBIDDEN: RestAnswer = refusal(403, "Resource not accessible by integration");

/** The text to write, kept for the tests to look at; null where it is longer than GitHub takes. */
function writtenBody(body: unknown, conversations: Conversations): string | null {
  const text = isRecord(body) ? String(body.body) : "";
  conversations.writes.push(text);
  return text.length > MOST_CHARACTERS ? null : text;
}

function comment({ id, pullRequest, author, body }: StoredComment, example: unknown) {
  const like = isRecord(example) ? example : {};
  const user = isRecord(like.user) ? like.user : {};
  const url = `https://api.github.com/repos/octo/trading/issues/comments/${id}`;
  return { ...like, id, url, body, html_url: commentUrl(pullRequest, id), user: { ...user, login: author } };
}

function pullRequest(
  number: number,
  { headSha, state, baseRepository }: StoredPullRequest,
  example: unknown,
) {
  const like = isRecord(example) ? example : {};
  const head = isRecord(like.head) ? like.head : {};
  const base = isRecord(like.base) ? like.base : {};
  const repo = isRecord(base.repo) ? base.repo : {};
  return {
    ...like,
    number,
    state,
    // The example's team lacks what the description requires.
    requested_teams: [],
    head: { ...head, sha: headSha },
    base: { ...base, repo: { ...repo, full_name: baseRepository } },
  };
}
