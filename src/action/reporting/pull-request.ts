import { type ActionContext, UNKNOWN_COMMIT } from "../runner/context.js";
import type { GitHubApi } from "./github-api.js";

/**
 * Which pull request to tell: the input's, then the event's, then the open one of the commit whose head it is
 * and whose base is this repository. Null where there is none, which is no error: a push, a schedule.
 */
export async function findPullRequest(
  asked: number | null,
  context: ActionContext,
  github: GitHubApi,
): Promise<number | null> {
  const known = asked ?? context.eventPullRequest;
  if (known !== null) return known;
  if (context.headSha === "" || context.headSha === UNKNOWN_COMMIT) return null;
  const here = `${context.owner}/${context.repository}`.toLowerCase();
  const found = (await github.pullRequestsOfCommit(context.headSha)).filter(
    ({ isOpen, headSha, baseRepository }) =>
      isOpen && headSha === context.headSha && baseRepository.toLowerCase() === here,
  );
  return found.length === 0 ? null : Math.min(...found.map(({ number }) => number));
}
