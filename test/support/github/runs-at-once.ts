import { setTimeout as sleep } from "node:timers/promises";
import { connectGitHub } from "../../../src/action/reporting/octokit-api.js";
import { type StickyOutcome, upsertStickyComment } from "../../../src/action/reporting/sticky-comment.js";
import { readContext } from "../../../src/action/runner/context.js";
import { readState, renderMarker, renderState } from "../../../src/report/comment-marker.js";
import { type GitHubServer, REPOSITORY } from "./github-server.js";

const MARKER = renderMarker({ workflow: "CI", job: "drill", leg: null, key: null });

/** A run that has something to say on a pull request, some ms from now. */
export interface RacingRun {
  readonly runId: number;
  readonly startsAfter: number;
}

/** What a run says. */
export function bodyOf(runId: number): string {
  return `${MARKER}\n${renderState({ runId, runAttempt: 1, drills: {} })}\nsaid by run ${runId}\n`;
}

/** Which run said it; null where none can be told. */
export function saidBy(body: string): number | null {
  return readState(body)?.runId ?? null;
}

/** Runs that tell one pull request at once, each through a client of its own as in a process of its own. */
export function tellAtOnce(
  github: GitHubServer,
  pullRequest: number,
  runs: readonly RacingRun[],
): Promise<StickyOutcome[]> {
  return Promise.all(
    runs.map(async ({ runId, startsAfter }) => {
      const context = readContext({ GITHUB_REPOSITORY: REPOSITORY, GITHUB_API_URL: github.url }, () => "{}");
      const client = connectGitHub("ghs_local", context, new AbortController().signal, "race/1");
      await sleep(startsAfter);
      const state = { runId, runAttempt: 1, drills: {} };
      return upsertStickyComment(client, pullRequest, { marker: MARKER, state, render: () => bodyOf(runId) });
    }),
  );
}
