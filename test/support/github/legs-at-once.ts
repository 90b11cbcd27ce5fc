import { setTimeout as sleep } from "node:timers/promises";
import { connectGitHub } from "../../../src/action/reporting/octokit-api.js";
import { type StickyOutcome, upsertStickyComment } from "../../../src/action/reporting/sticky-comment.js";
import { readContext } from "../../../src/action/runner/context.js";
import {
  isAlone,
  isShared,
  isToldIn,
  type OwnPart,
  shareComment,
} from "../../../src/report/shared-comment.js";
import { MARKER } from "../sticky-run.js";
import { type GitHubServer, REPOSITORY } from "./github-server.js";

/** What a leg of run 1000 has to say, some ms from now. */
export interface RacingLeg {
  readonly id: string;
  readonly result: "passed" | "failed";
  readonly startsAfter: number;
}

/** Legs of one run that nothing tells apart, which tell one pull request at once, each through a client of its own. */
export function tellLegsAtOnce(
  github: GitHubServer,
  pullRequest: number,
  legs: readonly RacingLeg[],
): Promise<StickyOutcome[]> {
  return Promise.all(
    legs.map(async (leg) => {
      const context = readContext({ GITHUB_REPOSITORY: REPOSITORY, GITHUB_API_URL: github.url }, () => "{}");
      const client = connectGitHub("ghs_local", context, new AbortController().signal, "race/1");
      await sleep(leg.startsAfter);
      const own = partOf(leg);
      return upsertStickyComment(client, pullRequest, {
        marker: MARKER,
        state: own.state,
        render: (_previous, ofThisRun) => shareComment(own, ofThisRun),
        shared: {
          isToldIn: (body) => isToldIn(own, body),
          isWhole: (body, ofThisRun) => isShared(own, body, ofThisRun),
          isAlone,
          untilOthersWrote: () => sleep(2000),
        },
      });
    }),
  );
}

function partOf({ id, result }: RacingLeg): OwnPart {
  return {
    marker: MARKER,
    state: { runId: 1000, runAttempt: 1, drills: {} },
    id,
    leg: { result, passed: 34, total: 34, artifactId: "", drilled: id },
    main: `### ${result}\nref\n\nmore of ${id}\n`,
    runUrl: null,
  };
}
