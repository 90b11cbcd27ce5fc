import type { ActionStep } from "./run-action.js";

/** The commit that a pull request wants merged. */
export const HEAD_SHA = "a".repeat(40);
const MERGE_SHA = "b".repeat(40);
const BASE_SHA = "c".repeat(40);

/** What a runner says about one event: its variables and its payload. */
export type RunnerEvent = Required<Pick<ActionStep, "env" | "event">>;

/** An event of which the runner says no more than its name and its commit. */
export function plainEvent(name: string, sha = HEAD_SHA): RunnerEvent {
  return { env: variables(name, sha), event: { repository: { full_name: "octo/trading" } } };
}

/** `pull_request`, which runs on a merge commit, of a branch or of a fork. */
export function pullRequestEvent(
  number: number,
  { actor = "octocat", headRepository = "octo/trading", title = "Faster", branch = "faster" } = {},
): RunnerEvent {
  return {
    env: {
      ...variables("pull_request", MERGE_SHA),
      GITHUB_ACTOR: actor,
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_HEAD_REF: branch,
    },
    event: {
      action: "synchronize",
      number,
      pull_request: payload(number, headRepository, { title, branch }),
    },
  };
}

/** `pull_request_target`, which runs on the base and names the head only in its payload. */
export function pullRequestTargetEvent(number: number): RunnerEvent {
  return {
    env: variables("pull_request_target", BASE_SHA),
    event: { action: "opened", number, pull_request: payload(number, "stranger/trading") },
  };
}

/** `workflow_run` after the workflow of a fork: the payload names no pull request. */
export function workflowRunEvent(): RunnerEvent {
  return {
    env: variables("workflow_run", BASE_SHA),
    event: { action: "completed", workflow_run: { head_sha: HEAD_SHA, pull_requests: [] } },
  };
}

/** `issue_comment` on a pull request, which runs on the default branch and does not name the head. */
export function issueCommentEvent(number: number): RunnerEvent {
  return {
    env: variables("issue_comment", BASE_SHA),
    event: { action: "created", issue: { number, pull_request: { url: "https://api.github.com/x" } } },
  };
}

/** `check_suite`, which runs on the default branch and names what was checked. */
export function checkSuiteEvent(): RunnerEvent {
  return {
    env: variables("check_suite", BASE_SHA),
    event: { action: "completed", check_suite: { head_sha: HEAD_SHA, pull_requests: [] } },
  };
}

export function mergeGroupEvent(): RunnerEvent {
  return {
    env: variables("merge_group", MERGE_SHA),
    event: { action: "checks_requested", merge_group: { head_sha: MERGE_SHA, base_sha: BASE_SHA } },
  };
}

function variables(name: string, sha: string): Record<string, string> {
  return { GITHUB_EVENT_NAME: name, GITHUB_SHA: sha };
}

function payload(number: number, headRepository: string, { title = "Faster", branch = "faster" } = {}) {
  return {
    number,
    title,
    head: { sha: HEAD_SHA, ref: branch, repo: { full_name: headRepository } },
    base: { sha: BASE_SHA, ref: "main", repo: { full_name: "octo/trading" } },
  };
}
