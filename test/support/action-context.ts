import type { ActionContext } from "../../src/action/runner/context.js";

export const HEAD_SHA = "1".repeat(40);

/** A run on pull request 7 of octo/bot; `different` says what is different. */
export function actionContext(different: Partial<ActionContext> = {}): ActionContext {
  return {
    owner: "octo",
    repository: "bot",
    workflow: "CI",
    job: "drill",
    runId: 42,
    runAttempt: 1,
    eventName: "pull_request",
    headSha: HEAD_SHA,
    eventPullRequest: 7,
    apiUrl: "https://api.github.com",
    runUrl: "https://github.com/octo/bot/actions/runs/42",
    isEnterpriseServer: false,
    hasOidcToken: true,
    workspace: ".",
    tempDir: null,
    ...different,
  };
}
