import { blobStorage } from "../artifacts/blob-storage.js";
import { ResultsService, type ResultsWeather } from "../artifacts/results-service.js";
import type { Front } from "../artifacts/storage-front.js";
import { GitHubServer, REPOSITORY, type Weather } from "../github/github-server.js";
import type { AtEnd } from "../local-server.js";
import { HEAD_SHA, pullRequestEvent } from "./events.js";
import { type ActionRun, type ActionStep, runAction } from "./run-action.js";

/** The pull request that is open on every stage. */
export const PULL_REQUEST = 7;

/** The action between its services, each real or as real as it gets, for one test. */
export interface Stage {
  readonly github: GitHubServer;
  /** Runs the action for {@link PULL_REQUEST}, unless the step says otherwise. */
  readonly run: (step?: ActionStep) => Promise<ActionRun>;
}

/** The same with a service for artifacts. */
export interface StageWithArtifacts extends Stage {
  readonly results: ResultsService;
}

/** A stage where the action only comments: it is told not to upload. */
export async function commentStage(atEnd: AtEnd, weather: Weather = {}): Promise<Stage> {
  const github = await GitHubServer.start(atEnd, weather);
  openPullRequest(github);
  const run = ({ inputs, ...step }: ActionStep = {}) =>
    runAction(atEnd, atDefault({ ...step, inputs: { upload: "false", ...inputs } }, github));
  return { github, run };
}

/**
 * A stage where the action uploads and comments.
 *
 * @param front stands before the storage, so that its address is not the storage's own.
 */
export async function wholeStage(
  atEnd: AtEnd,
  weather: Weather = {},
  resultsWeather: ResultsWeather = {},
  front?: Front,
): Promise<StageWithArtifacts> {
  const github = await GitHubServer.start(atEnd, weather);
  const storage = await blobStorage();
  const results = await ResultsService.start(atEnd, front?.before(storage) ?? storage, resultsWeather);
  openPullRequest(github);
  const run = (step: ActionStep = {}) => {
    const { env, ...rest } = atDefault(step, github);
    return runAction(atEnd, { ...rest, env: { ...results.env, ...env } });
  };
  return { github, results, run };
}

/** What is said on {@link PULL_REQUEST}, oldest first. */
export function bodiesOf(github: GitHubServer): string[] {
  return github.conversations.of(PULL_REQUEST).map(({ body }) => body);
}

function openPullRequest(github: GitHubServer): void {
  github.conversations.pullRequests.set(PULL_REQUEST, {
    headSha: HEAD_SHA,
    state: "open",
    baseRepository: REPOSITORY,
  });
}

function atDefault(step: ActionStep, github: GitHubServer): ActionStep {
  const event = pullRequestEvent(PULL_REQUEST);
  return { ...event, ...step, env: { GITHUB_API_URL: github.url, ...event.env, ...step.env } };
}
