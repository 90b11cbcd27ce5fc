import { describe, expect, it } from "vitest";
import {
  describeCommentFailure,
  describeMissingService,
  describeUploadFailure,
} from "../../../src/action/reporting/reporting-failure.js";
import { DrillError } from "../../../src/errors.js";
import { HOSTILE_TEXTS } from "../../support/hostile-text.js";

const DIRECTORY = ".artifacts/account_sync_fire_drill/20260102T030405Z";

/** An error as Octokit throws it. */
function answered(status: number, message = "what GitHub said"): Error {
  return Object.assign(new Error(message), { status });
}

/** An error as GraphQL's client throws it. */
function graphql(type: string, message = "what GitHub said"): Error {
  return Object.assign(new Error(message), { errors: [{ type, message }] });
}

describe("why there is no comment", () => {
  it.each([
    { name: "401", error: answered(401), says: "check the github-token input" },
    { name: "403", error: answered(403), says: "grant the job pull-requests: write" },
    {
      name: "403 on a fork",
      error: answered(403, "Resource not accessible by integration"),
      says: "forks and Dependabot",
    },
    {
      name: "403 on a locked conversation",
      error: answered(403, "Unable to create comment because issue is locked."),
      says: "GitHub refused (Unable to create comment because issue is locked.): a locked conversation",
    },
    {
      name: "403 of an archived repository",
      error: answered(403, "Repository was archived so is read-only."),
      says: "archived so is read-only.): an archived repository takes no comments",
    },
    {
      name: "403 of single sign-on",
      error: answered(403, "Resource protected by organization SAML enforcement."),
      says: "SAML enforcement.): authorise the token",
    },
    {
      name: "403 of an IP allow list",
      error: answered(403, "the `octo` organization has an IP allow list enabled"),
      says: "enabled): let the runner through",
    },
    { name: "404", error: answered(404), says: "the pull request was not found" },
    { name: "410", error: answered(410), says: "takes no comments any more" },
    { name: "422", error: answered(422), says: "did not accept the comment" },
    { name: "429", error: answered(429), says: "rate limit" },
    {
      name: "403 that is a rate limit",
      error: answered(403, "You have exceeded a secondary rate limit"),
      says: "rate limit is exceeded",
    },
    { name: "500", error: answered(500), says: "could not be reached" },
    { name: "503", error: answered(503), says: "could not be reached" },
    { name: "a connection that broke", error: new Error("read ECONNRESET"), says: "could not be reached" },
    {
      name: "no answer in time",
      error: new Error("GitHub: no answer within 120 s"),
      says: "no answer within 120 s",
    },
    { name: "a status of no advice", error: answered(418), says: "GitHub refused with status 418" },
    { name: "NOT_FOUND in GraphQL", error: graphql("NOT_FOUND"), says: "was not found" },
    { name: "FORBIDDEN in GraphQL", error: graphql("FORBIDDEN"), says: "grant the job pull-requests: write" },
    { name: "RATE_LIMITED in GraphQL", error: graphql("RATE_LIMITED"), says: "rate limit" },
    { name: "an unknown type in GraphQL", error: graphql("OTHER"), says: "could not be reached" },
    {
      name: "GraphQL errors without a type",
      error: Object.assign(new Error("x"), { errors: [null] }),
      says: "could not be reached",
    },
    { name: "no Error at all", error: "gone", says: "gone" },
  ])("is told with what to do: $name", ({ error, says }) => {
    const line = describeCommentFailure(error);
    expect(line).toMatch(/^no pull-request comment: /);
    expect(line).toContain(says);
  });

  it.each([answered(403), graphql("NOT_FOUND"), new Error("what GitHub said")])(
    "quotes what came: %s",
    (error) => {
      expect(describeCommentFailure(error)).toContain("(what GitHub said)");
    },
  );

  it.each([
    { name: "not reached", error: new Error("fetch failed"), isGiven: true },
    { name: "refused", error: answered(404), isGiven: false },
    { name: "refused with 403", error: answered(403), isGiven: false },
  ])("names the proxy that is not used only where GitHub was not reached: $name", ({ error, isGiven }) => {
    const line = describeCommentFailure(error, "a proxy is set");
    expect(line.endsWith("; a proxy is set")).toBe(isGiven);
  });

  it("is told plainly where the answer was not understood", () => {
    const error = new DrillError(
      "bad_input",
      "GitHub answered something unexpected: id: expected an integer, got null",
    );
    expect(describeCommentFailure(error)).toBe(`no pull-request comment: ${error.message}`);
  });
});

describe("why nothing was uploaded", () => {
  it.each([
    {
      name: "an Enterprise Server, with the step to add",
      line: describeMissingService(DIRECTORY),
      says: [
        "not uploaded: GitHub Enterprise Server",
        "add a step with actions/upload-artifact v3 and that path",
        "include-hidden-files: true",
      ],
    },
    {
      name: "no token of the runner",
      line: describeUploadFailure(
        new Error("Unable to get the ACTIONS_RUNTIME_TOKEN env variable"),
        "drill",
        DIRECTORY,
      ),
      says: ["this is not a runner with an artifact service"],
    },
    {
      name: "no address of the service",
      line: describeUploadFailure(
        new Error("Unable to get the ACTIONS_RESULTS_URL env variable"),
        "drill",
        DIRECTORY,
      ),
      says: ["this is not a runner with an artifact service"],
    },
    {
      name: "a conflict, with the artifact's name",
      line: describeUploadFailure(new Error("(409) Conflict"), "drill", DIRECTORY),
      says: ["artifact drill was not uploaded", "(409) Conflict"],
    },
    {
      name: "what is thrown without an Error",
      line: describeUploadFailure("gone", "drill", DIRECTORY),
      says: ["artifact drill was not uploaded (gone)"],
    },
  ])("is told with where the evidence is: $name", ({ line, says }) => {
    for (const words of [...says, `the evidence stays in ${DIRECTORY}`]) expect(line).toContain(words);
  });
});

describe("a failure that holds hostile text", () => {
  it.each(HOSTILE_TEXTS)("is one line: $name", ({ text }) => {
    const error = answered(403, text);
    const lines = [
      describeCommentFailure(error),
      describeUploadFailure(error, text, text),
      describeMissingService(text),
    ];
    for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  });

  it("reads as one line where it was several", () => {
    expect(describeCommentFailure(new Error("a\n  b\r\n\tc"))).toContain("(a b c)");
  });

  it("is of bounded length", () => {
    const error = answered(500, "x".repeat(100_000));
    for (const line of [describeCommentFailure(error), describeUploadFailure(error, "drill", DIRECTORY)]) {
      expect(line.length).toBeLessThan(600);
    }
  });
});
