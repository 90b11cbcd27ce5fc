import { describe, expect, it, onTestFinished } from "vitest";
import { AT_LENGTH } from "../support/at-length.js";
import { GitHubServer, REPOSITORY } from "../support/github/github-server.js";
import { bodyOf, saidBy, tellAtOnce } from "../support/github/runs-at-once.js";
import { HEAD_SHA } from "../support/runner/events.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { commentStage, PULL_REQUEST } from "../support/runner/stage.js";

const TRIALS = AT_LENGTH ? 50 : 10;
const OLD_RUN = 900;

interface Race {
  readonly name: string;
  /** The runs, by number; the greatest is the newest. */
  readonly runs: readonly number[];
  /** Whether an older run has left a comment. */
  readonly isTold: boolean;
  /** The runs start within so many ms. */
  readonly within: number;
  readonly answersWithin: number;
}

const RACES: readonly Race[] = [
  { name: "two, the first to tell", runs: [1001, 1000], isTold: false, within: 0, answersWithin: 20 },
  { name: "two jobs of one run", runs: [1000, 1000], isTold: false, within: 50, answersWithin: 40 },
  {
    name: "three, the first to tell",
    runs: [1000, 1002, 1001],
    isTold: false,
    within: 1000,
    answersWithin: 40,
  },
  {
    name: "three, after an older one",
    runs: [1000, 1002, 1001],
    isTold: true,
    within: 50,
    answersWithin: 100,
  },
];

/** A server with a pull request for each trial. */
async function openPullRequests(trials: readonly number[], answersWithin: number): Promise<GitHubServer> {
  const github = await GitHubServer.start(onTestFinished, { delay: () => Math.random() * answersWithin });
  for (const number of trials) {
    github.conversations.pullRequests.set(number, {
      headSha: HEAD_SHA,
      state: "open",
      baseRepository: REPOSITORY,
    });
  }
  return github;
}

describe("runs that race leave one comment, the newest run's", () => {
  it.each(RACES)(
    `in ${TRIALS} of ${TRIALS} trials: $name`,
    async ({ runs, isTold, within, answersWithin }) => {
      const trials = Array.from({ length: TRIALS }, (_, index) => index + 1);
      const github = await openPullRequests(trials, answersWithin);
      if (isTold) for (const number of trials) github.conversations.say(number, bodyOf(OLD_RUN));
      await Promise.all(
        trials.map((number) =>
          tellAtOnce(
            github,
            number,
            runs.map((runId) => ({ runId, startsAfter: Math.random() * within })),
          ),
        ),
      );
      const left = trials.map((number) => github.conversations.of(number).map(({ body }) => saidBy(body)));

      expect(left).toEqual(trials.map(() => [Math.max(...runs)]));
    },
  );
});

describe.skipIf(NODE_24_IS_MISSING)("two processes of the built action that race", () => {
  it.concurrent.for(AT_LENGTH ? [1, 2, 3] : [1])("leave one comment, trial %i", async (_, test) => {
    const { github, run } = await commentStage(test.onTestFinished, { delay: () => Math.random() * 40 });
    const runs = await Promise.all(["1000", "1001"].map((runId) => run({ env: { GITHUB_RUN_ID: runId } })));

    test.expect(runs.map(verdictOf)).toEqual([PASSED, PASSED]);
    test.expect(runs.flatMap(warningsOf)).toEqual([]);
    test.expect(github.conversations.of(PULL_REQUEST).map(({ body }) => saidBy(body))).toEqual([1001]);
  });
});
