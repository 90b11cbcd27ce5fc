import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import { type CommentState, renderMarker, renderState } from "../../report/comment-marker.js";
import { describeChange, drillFingerprints } from "../../report/fingerprint-change.js";
import { COMMENT_BYTES, type MarkdownSource, renderComment } from "../../report/markdown.js";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";
import type { GitHubApi } from "./github-api.js";
import { findPullRequest } from "./pull-request.js";
import { describeCommentFailure } from "./reporting-failure.js";
import type { ReportingPorts } from "./reporting-ports.js";
import { type StickyOutcome, upsertStickyComment } from "./sticky-comment.js";

/** The pull request to tell, and the client that found it. */
export interface CommentTarget {
  readonly github: GitHubApi;
  readonly pullRequest: number;
}

/** Looks for the pull request. Null where none is wanted or there is none, and after one warning where it failed. */
export async function findCommentTarget(
  inputs: ActionInputs,
  context: ActionContext,
  { deadline, ...ports }: ReportingPorts,
): Promise<CommentTarget | null> {
  if (!inputs.comment) return null;
  if (inputs.githubToken === "") {
    ports.warn("no pull-request comment: the github-token input is empty");
    return null;
  }
  try {
    const github = await deadline.within("GitHub", ports.openGitHub());
    const pullRequest = await deadline.within("GitHub", findPullRequest(inputs.prNumber, context, github));
    if (pullRequest === null)
      ports.note("no pull request belongs to this commit: the job summary has the report");
    return pullRequest === null ? null : { github, pullRequest };
  } catch (error) {
    ports.warn(describeCommentFailure(error));
    return null;
  }
}

/** Posts the comment and says how the fingerprint changed; null where nothing was posted. */
export async function postComment(
  source: MarkdownSource,
  outcome: FireDrillOutcome,
  inputs: ActionInputs,
  context: ActionContext,
  { github, pullRequest }: CommentTarget,
  ports: ReportingPorts,
): Promise<string | null> {
  const { workflow, job, runId, runAttempt } = context;
  const marker = renderMarker({ workflow, job, leg: inputs.matrix, key: inputs.commentKey });
  const state: CommentState = { runId, runAttempt, drills: drillFingerprints(outcome.checksums) };
  const head = `${marker}\n${renderState(state)}\n`;
  let change = describeChange(null, state.drills);
  const render = (previous: CommentState | null) => {
    change = describeChange(previous?.drills ?? null, state.drills);
    return head + renderComment({ ...source, change }, COMMENT_BYTES - Buffer.byteLength(head));
  };
  try {
    const posting = upsertStickyComment(github, pullRequest, { marker, state, render });
    const posted = await ports.deadline.within("GitHub", posting);
    tellPosted(posted, pullRequest, ports);
    return posted.kind === "superseded" ? null : change;
  } catch (error) {
    ports.warn(describeCommentFailure(error));
    return null;
  }
}

function tellPosted({ kind, url }: StickyOutcome, pullRequest: number, ports: ReportingPorts): void {
  ports.setOutputs({ "comment-url": url });
  if (kind === "superseded") ports.note(`a newer run has told pull request ${pullRequest} already: ${url}`);
  else ports.note(`comment ${kind} on pull request ${pullRequest}: ${url}`);
}
