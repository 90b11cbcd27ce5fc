import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readContext } from "../../../src/action/runner/context.js";

const EVENTS = fileURLToPath(new URL("../../fixtures/events", import.meta.url));
const HEAD = "1".repeat(40);
const CHECKED_OUT = "4".repeat(40);

const RUNNER = {
  GITHUB_REPOSITORY: "octo/bot",
  GITHUB_WORKFLOW: "CI",
  GITHUB_JOB: "drill",
  GITHUB_RUN_ID: "42",
  GITHUB_RUN_ATTEMPT: "3",
  GITHUB_SHA: CHECKED_OUT,
  GITHUB_SERVER_URL: "https://github.com",
  GITHUB_API_URL: "https://api.github.com",
  GITHUB_WORKSPACE: "/home/runner/work/bot/bot",
  RUNNER_TEMP: "/home/runner/temp",
};

function contextOf(different: Readonly<Record<string, string | undefined>>) {
  return readContext({ ...RUNNER, ...different }, (path) => readFileSync(path, "utf8"));
}

/** The context of a run whose event file holds this text. */
function contextOfText(text: string) {
  return readContext({ ...RUNNER, GITHUB_EVENT_PATH: "event.json" }, () => text);
}

describe("the context of an event", () => {
  const cases = [
    { event: "pull_request", file: "pull_request", headSha: HEAD, pullRequest: 7 },
    { event: "pull_request_target", file: "pull_request", headSha: HEAD, pullRequest: 7 },
    { event: "pull_request_review", file: "pull_request", headSha: HEAD, pullRequest: 7 },
    { event: "pull_request", file: "pull_request_from_fork", headSha: HEAD, pullRequest: 8 },
    { event: "pull_request", file: "pull_request_of_dependabot", headSha: HEAD, pullRequest: 9 },
    { event: "push", file: "push", headSha: CHECKED_OUT, pullRequest: null },
    { event: "workflow_run", file: "workflow_run", headSha: HEAD, pullRequest: null },
    { event: "workflow_run", file: "workflow_run_from_fork", headSha: HEAD, pullRequest: null },
    { event: "workflow_dispatch", file: "workflow_dispatch", headSha: CHECKED_OUT, pullRequest: null },
    { event: "schedule", file: "schedule", headSha: CHECKED_OUT, pullRequest: null },
    { event: "check_run", file: "check_run", headSha: HEAD, pullRequest: null },
    { event: "check_suite", file: "check_suite", headSha: HEAD, pullRequest: null },
    { event: "status", file: "status", headSha: HEAD, pullRequest: null },
    { event: "deployment_status", file: "deployment_status", headSha: HEAD, pullRequest: null },
    { event: "merge_group", file: "merge_group", headSha: HEAD, pullRequest: null },
    { event: "issue_comment", file: "issue_comment_on_pull_request", headSha: "unknown", pullRequest: 7 },
    { event: "issue_comment", file: "issue_comment_on_issue", headSha: CHECKED_OUT, pullRequest: null },
  ];

  it.each(cases)(
    "names the commit and the pull request: $event, $file",
    ({ event, file, headSha, pullRequest }) => {
      const path = join(EVENTS, `${file}.json`);
      expect(contextOf({ GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: path })).toEqual({
        owner: "octo",
        repository: "bot",
        workflow: "CI",
        job: "drill",
        runId: 42,
        runAttempt: 3,
        eventName: event,
        headSha,
        eventPullRequest: pullRequest,
        apiUrl: "https://api.github.com",
        runUrl: "https://github.com/octo/bot/actions/runs/42",
        isEnterpriseServer: false,
        hasOidcToken: false,
        workspace: "/home/runner/work/bot/bot",
        tempDir: "/home/runner/temp",
      });
    },
  );

  it("is tested with every event file that there is", () => {
    expect(readdirSync(EVENTS).sort()).toEqual([...new Set(cases.map(({ file }) => `${file}.json`))].sort());
  });
});

describe("an event file that cannot be used", () => {
  const asForAPush = { headSha: CHECKED_OUT, eventPullRequest: null };

  it.each([
    { name: "is not set", path: undefined },
    { name: "is set to nothing", path: "" },
    { name: "is missing", path: join(EVENTS, "no-such-event.json") },
    { name: "is a directory", path: EVENTS },
  ])("leaves the commit that was checked out: $name", ({ path }) => {
    expect(contextOf({ GITHUB_EVENT_PATH: path })).toMatchObject(asForAPush);
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '"pull_request"',
    '{"pull_request":null}',
    '{"pull_request":"7"}',
    '{"pull_request":{"number":"7","head":{"sha":5}}}',
    '{"pull_request":{"number":1.5,"head":{"sha":""}}}',
    '{"pull_request":{"number":9007199254740993,"head":[]}}',
    '{"pull_request":{"number":0,"head":{}}}',
    '{"pull_request":{"number":-7,"head":{}}}',
    '{"pull_request":{"head":null}}',
    '{"issue":{"number":7,"pull_request":true}}',
    '{"workflow_run":{"head_sha":null,"pull_requests":[{"number":7}]}}',
  ])("leaves the commit that was checked out: it holds %s", (text) => {
    expect(contextOfText(text)).toMatchObject(asForAPush);
  });
});

describe("the context outside a runner", () => {
  it("is empty, and points at github.com", () => {
    expect(readContext({}, () => "")).toEqual({
      owner: "",
      repository: "",
      workflow: "",
      job: "",
      runId: 0,
      runAttempt: 1,
      eventName: "",
      headSha: "",
      eventPullRequest: null,
      apiUrl: "https://api.github.com",
      runUrl: "https://github.com///actions/runs/0",
      isEnterpriseServer: false,
      hasOidcToken: false,
      workspace: ".",
      tempDir: null,
    });
  });

  it.each(["x", "1.5", "-5", "0x10", "1e3", "99999999999999999999", " "])(
    "takes a run that is no number for none: %s",
    (text) => {
      expect(contextOf({ GITHUB_RUN_ID: text, GITHUB_RUN_ATTEMPT: text })).toMatchObject({
        runId: 0,
        runAttempt: 1,
      });
    },
  );
});

describe("the server", () => {
  it.each([
    { server: "https://github.com", isEnterpriseServer: false },
    { server: "https://GitHub.com", isEnterpriseServer: false },
    { server: "https://octo.ghe.com", isEnterpriseServer: false },
    { server: "http://actions.localhost:8080", isEnterpriseServer: false },
    { server: "https://github.example.com", isEnterpriseServer: true },
    { server: "https://notgithub.com", isEnterpriseServer: true },
    { server: "https://github.com.example.com", isEnterpriseServer: true },
  ])(
    "is taken for an Enterprise Server: $server is $isEnterpriseServer",
    ({ server, isEnterpriseServer }) => {
      const api = `${server}/api/v3`;
      expect(contextOf({ GITHUB_SERVER_URL: server, GITHUB_API_URL: api })).toMatchObject({
        isEnterpriseServer,
        apiUrl: api,
        runUrl: `${server}/octo/bot/actions/runs/42`,
      });
    },
  );
});

describe("an OIDC token", () => {
  const [url, token] = [
    { ACTIONS_ID_TOKEN_REQUEST_URL: "https://run.example/token" },
    { ACTIONS_ID_TOKEN_REQUEST_TOKEN: "a-token" },
  ];

  it.each([
    { name: "both are set", env: { ...url, ...token }, hasOidcToken: true },
    { name: "nothing is set, as for a pull request from a fork", env: {}, hasOidcToken: false },
    { name: "only the address is set", env: url, hasOidcToken: false },
    { name: "only the token is set", env: token, hasOidcToken: false },
    {
      name: "both are empty",
      env: { ACTIONS_ID_TOKEN_REQUEST_URL: "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "" },
      hasOidcToken: false,
    },
  ])("can be asked for: $hasOidcToken where $name", ({ env, hasOidcToken }) => {
    expect(contextOf(env).hasOidcToken).toBe(hasOidcToken);
  });
});
