import { isRecord } from "../../syncer/field-reader.js";
import type { ActionContext } from "../runner/context.js";
import { readCommentPage, readPostedComment, readPullRequests } from "./github-answers.js";
import type { GitHubApi, OwnComment } from "./github-api.js";
import { LookPace } from "./look-pace.js";
import { patientOctokit } from "./patient-octokit.js";

const PAGE = 100;

const COMMENTS_QUERY = `
  query ($owner: String!, $repository: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repository) {
      pullRequest(number: $number) {
        comments(first: ${PAGE}, after: $after) {
          nodes { url body isMinimized viewerDidAuthor }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

/**
 * GitHub's API through Octokit. Own comments are told by GraphQL's `viewerDidAuthor`, since REST cannot say who
 * a workflow's token is.
 */
export function connectGitHub(
  token: string,
  context: ActionContext,
  signal: AbortSignal,
  userAgent: string,
): GitHubApi {
  const { owner, repository } = context;
  const place = { owner, repo: repository };
  const connect = () => patientOctokit({ token, baseUrl: context.apiUrl, userAgent, signal });
  const writer = connect();
  const pace = new LookPace();
  return {
    async pullRequestsOfCommit(sha) {
      const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
      const { data } = await connect().request(route, { ...place, commit_sha: sha, per_page: PAGE });
      return readPullRequests(data);
    },
    async ownComments(pullRequest) {
      await pace.beforeLook();
      const comments: OwnComment[] = [];
      let after: string | null = null;
      do {
        // plugin-throttling takes a query for a write and would keep the pages a second apart, each client its own.
        const answer: unknown = await connect().graphql(COMMENTS_QUERY, {
          owner,
          repository,
          number: pullRequest,
          after,
        });
        const page = readCommentPage(answer);
        comments.push(...page.own);
        after = page.next;
      } while (after !== null);
      return comments;
    },
    async createComment(pullRequest, body) {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { data } = await writer.request(route, { ...place, issue_number: pullRequest, body });
      pace.afterWrite();
      return readPostedComment(data);
    },
    updateComment: (id, body) =>
      unlessGone(async () => {
        const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
        const { data } = await writer.request(route, { ...place, comment_id: id, body });
        pace.afterWrite();
        return readPostedComment(data);
      }),
    async deleteComment(id) {
      const route = "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}";
      await unlessGone(() => writer.request(route, { ...place, comment_id: id }));
    },
  };
}

async function unlessGone<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isRecord(error) && error.status === 404) return null;
    throw error;
  }
}
