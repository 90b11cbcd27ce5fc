import { setTimeout as sleep } from "node:timers/promises";
import { hasPassed, totalsOf } from "../../drill/results.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import { type CommentState, renderMarker, renderState } from "../../report/comment-marker.js";
import { describeChange, drillFingerprints } from "../../report/fingerprint-change.js";
import { COMMENT_BYTES, type MarkdownSource, renderComment } from "../../report/markdown.js";
import type { RunLeg } from "../../report/run-legs.js";
import {
  BYTES_FOR_LEGS,
  isAlone,
  isShared,
  isToldIn,
  type OwnPart,
  shareComment,
} from "../../report/shared-comment.js";
import { drilledOf } from "../../report/wording.js";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";
import type { GitHubApi } from "./github-api.js";
import { findPullRequest } from "./pull-request.js";
import { describeCommentFailure } from "./reporting-failure.js";
import type { ReportingPorts } from "./reporting-ports.js";
import { type Shared, type StickyOutcome, upsertStickyComment } from "./sticky-comment.js";

const OTHERS_WRITE_MS = 2000;

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
    ports.warn(describeCommentFailure(error, ports.proxyAdvice));
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
  const state: CommentState = {
    runId,
    runAttempt,
    drills: drillFingerprints(outcome.checksums, outcome.report.seed),
  };
  const head = `${marker}\n${renderState(state)}\n`;
  let change = describeChange(null, state.drills);
  const ownPart = (): OwnPart => ({
    marker,
    state,
    id: ports.legId,
    leg: legOf(source),
    main: renderComment({ ...source, change }, COMMENT_BYTES - BYTES_FOR_LEGS - Buffer.byteLength(head)),
    runUrl: source.runUrl,
  });
  const render = (previous: CommentState | null, ofThisRun: readonly string[]) => {
    // What the run before said is gone as soon as another drill of this run has spoken.
    if (ofThisRun.length === 0) change = describeChange(previous?.drills ?? null, state.drills);
    return shareComment(ownPart(), ofThisRun);
  };
  const shared: Shared = {
    isToldIn: (body) => isToldIn(ownPart(), body),
    isWhole: (body, ofThisRun) => isShared(ownPart(), body, ofThisRun),
    isAlone,
    untilOthersWrote: () => sleep(OTHERS_WRITE_MS),
  };
  try {
    const posting = upsertStickyComment(github, pullRequest, { marker, state, render, shared });
    const posted = await ports.deadline.within("GitHub", posting);
    tellPosted(posted, pullRequest, ports);
    return posted.kind === "superseded" ? null : change;
  } catch (error) {
    ports.warn(describeCommentFailure(error, ports.proxyAdvice));
    return null;
  }
}

function legOf({ report, artifactUrl }: MarkdownSource): RunLeg {
  const { passed, failed, skipped } = totalsOf(report);
  return {
    result: hasPassed(report) ? "passed" : "failed",
    passed,
    total: passed + failed + skipped,
    artifactId: artifactUrl?.split("/").at(-1) ?? "",
    drilled: drilledOf(report.syncer),
  };
}

function tellPosted({ kind, url }: StickyOutcome, pullRequest: number, ports: ReportingPorts): void {
  ports.setOutputs({ "comment-url": url });
  if (kind === "superseded") ports.note(`a newer run has told pull request ${pullRequest} already: ${url}`);
  else ports.note(`comment ${kind} on pull request ${pullRequest}: ${url}`);
}
