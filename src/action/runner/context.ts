import { isRecord } from "../../syncer/field-reader.js";

/** What GitHub says about the run, read once from the environment and the event file. */
export interface ActionContext {
  readonly owner: string;
  readonly repository: string;
  readonly workflow: string;
  readonly job: string;
  readonly runId: number;
  readonly runAttempt: number;
  readonly eventName: string;
  /** The commit that is proven: the head of the pull request, never the merge or the base; {@link UNKNOWN_COMMIT}. */
  readonly headSha: string;
  /** The pull request that the event itself names; null for all other events. */
  readonly eventPullRequest: number | null;
  readonly apiUrl: string;
  /** The page of this run. */
  readonly runUrl: string;
  /** GitHub Enterprise Server, which has no artifact service for `@actions/artifact`. */
  readonly isEnterpriseServer: boolean;
  /** Whether this run can ask for the OIDC token that a signature needs; a pull request from a fork cannot. */
  readonly hasOidcToken: boolean;
  /** The directory of the checkout, out of which no link may lead the evidence. */
  readonly workspace: string;
  /** The runner's directory for what need not last; null outside a runner. */
  readonly tempDir: string | null;
}

/**
 * Reads the context from the runner's variables.
 *
 * A variable that is missing becomes empty or 0: outside a runner the drill still runs, and reporting says what
 * it lacks.
 */
export function readContext(
  env: Readonly<Record<string, string | undefined>>,
  readEvent: (path: string) => string,
): ActionContext {
  const [owner = "", repository = ""] = (env.GITHUB_REPOSITORY ?? "").split("/");
  const runId = wholeNumber(env.GITHUB_RUN_ID);
  const serverUrl = env.GITHUB_SERVER_URL || "https://github.com";
  const event = parseEvent(env.GITHUB_EVENT_PATH, readEvent);
  return {
    owner,
    repository,
    workflow: env.GITHUB_WORKFLOW ?? "",
    job: env.GITHUB_JOB ?? "",
    runId,
    runAttempt: wholeNumber(env.GITHUB_RUN_ATTEMPT) || 1,
    eventName: env.GITHUB_EVENT_NAME ?? "",
    headSha: headShaOf(event, env.GITHUB_SHA),
    eventPullRequest: pullRequestOf(event),
    apiUrl: env.GITHUB_API_URL || "https://api.github.com",
    runUrl: `${serverUrl}/${owner}/${repository}/actions/runs/${runId}`,
    isEnterpriseServer: isEnterpriseServer(serverUrl),
    hasOidcToken: Boolean(env.ACTIONS_ID_TOKEN_REQUEST_URL && env.ACTIONS_ID_TOKEN_REQUEST_TOKEN),
    workspace: env.GITHUB_WORKSPACE || ".",
    tempDir: env.RUNNER_TEMP || null,
  };
}

/** What stands for the head of a pull request that the event names without it, so that the evidence says as much. */
export const UNKNOWN_COMMIT = "unknown";

// The hosts that `@actions/artifact` takes for GitHub's own; asking it would make it warn beside our one warning.
function isEnterpriseServer(serverUrl: string): boolean {
  const host = URL.canParse(serverUrl) ? new URL(serverUrl).hostname : "";
  return !/^github\.com$|\.ghe\.com$|\.localhost$/i.test(host);
}

// pull_request runs on a merge commit, pull_request_target on the base; workflow_run says what it followed; and all that
// only the default branch listens to (checks, a status) runs on its newest commit.
function headShaOf(event: unknown, checkedOut = ""): string {
  return (
    textAt(event, "pull_request", "head", "sha") ??
    textAt(event, "workflow_run", "head_sha") ??
    textAt(event, "merge_group", "head_sha") ??
    textAt(event, "check_run", "head_sha") ??
    textAt(event, "check_suite", "head_sha") ??
    textAt(event, "deployment", "sha") ??
    (textAt(event, "state") === undefined ? undefined : textAt(event, "sha")) ??
    (isAboutPullRequest(event) ? UNKNOWN_COMMIT : checkedOut)
  );
}

// A comment on one runs on the default branch, and its payload does not name the head.
function isAboutPullRequest(event: unknown): boolean {
  return isRecord(valueAt(event, "issue", "pull_request"));
}

// Only an event about a pull request is believed; `workflow_run.pull_requests` is empty for forks.
function pullRequestOf(event: unknown): number | null {
  const ofPullRequest = valueAt(event, "pull_request", "number");
  const number = ofPullRequest ?? (isAboutPullRequest(event) ? valueAt(event, "issue", "number") : undefined);
  return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : null;
}

function parseEvent(path: string | undefined, readEvent: (path: string) => string): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    return JSON.parse(readEvent(path));
  } catch {
    return undefined;
  }
}

function wholeNumber(text: string | undefined): number {
  const value = /^[0-9]{1,16}$/.test(text ?? "") ? Number(text) : 0;
  return Number.isSafeInteger(value) ? value : 0;
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((found, key) => (isRecord(found) ? found[key] : undefined), value);
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" && found !== "" ? found : undefined;
}
