import { describe, expect, it, onTestFinished } from "vitest";
import { readState } from "../../src/report/comment-marker.js";
import { AT_LENGTH } from "../support/at-length.js";
import { GitHubServer, REPOSITORY } from "../support/github/github-server.js";
import { tellLegsAtOnce } from "../support/github/legs-at-once.js";
import { bodyOf } from "../support/github/runs-at-once.js";
import { HEAD_SHA } from "../support/runner/events.js";
import { NODE_24_IS_MISSING, warningsOf } from "../support/runner/run-action.js";
import { PULL_REQUEST, wholeStage } from "../support/runner/stage.js";

const TRIALS = AT_LENGTH ? 50 : 10;
const LEGS = ["a", "b", "c", "d", "e", "f", "g"];
const OLD_RUN = 900;

describe("the legs of a matrix that calls a reusable workflow, all alike, leave one comment with every leg in it", () => {
  it.each([
    { name: "all at once, the first to tell", isTold: false, within: 0, answersWithin: 40 },
    { name: "all at once, after an older run", isTold: true, within: 0, answersWithin: 40 },
    { name: "one after the other, after an older run", isTold: true, within: 2000, answersWithin: 100 },
  ])(
    `and the red one's report, in ${TRIALS} of ${TRIALS} trials: $name`,
    async ({ isTold, within, answersWithin }) => {
      const github = await GitHubServer.start(onTestFinished, { delay: () => Math.random() * answersWithin });
      const trials = Array.from({ length: TRIALS }, (_, index) => index + 1);
      for (const number of trials) {
        const open = { headSha: HEAD_SHA, state: "open", baseRepository: REPOSITORY } as const;
        github.conversations.pullRequests.set(number, open);
        if (isTold) github.conversations.say(number, bodyOf(OLD_RUN));
      }
      const redOf = (trial: number) => LEGS[trial % LEGS.length] ?? "";
      const race = (trial: number) =>
        LEGS.map((id) => ({
          id,
          result: id === redOf(trial) ? ("failed" as const) : ("passed" as const),
          startsAfter: Math.random() * within,
        }));
      await Promise.all(trials.map((trial) => tellLegsAtOnce(github, trial, race(trial))));
      const left = trials.map((trial) =>
        github.conversations.of(trial).map(({ body }) => {
          const state = readState(body);
          return {
            lead: state?.lead,
            legs: Object.keys(state?.legs ?? {}),
            isRed: body.includes("\n### failed\n"),
          };
        }),
      );

      expect(left).toEqual(trials.map((trial) => [{ lead: redOf(trial), legs: LEGS, isRed: true }]));
    },
  );
});

describe.skipIf(NODE_24_IS_MISSING)("seven processes of the built action that nothing tells apart", () => {
  it("leave one comment that tells of each, red where one is, and an artifact each", async () => {
    const { github, results, run } = await wholeStage(onTestFinished, { delay: () => Math.random() * 40 });
    const failing = { inputs: { syncer: "no-such-program-here" } };
    const runs = await Promise.all(LEGS.map((_, index) => run(index === 3 ? failing : {})));

    expect(runs.map(({ exitCode }) => exitCode).sort()).toEqual([0, 0, 0, 0, 0, 0, 1]);
    expect(runs.flatMap(warningsOf)).toEqual([]);
    expect(results.artifacts.size).toBe(LEGS.length);
    const bodies = github.conversations.of(PULL_REQUEST).map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain("\n### Account sync fire drill: failed, ");
    expect(bodies[0]).toContain("**7 drills of this run: 1 failed, 6 passed**");
    for (const { outputs } of runs) expect(bodies[0]).toContain(`/artifacts/${outputs["artifact-id"]})`);
  });
});
