import { describe, expect, it } from "vitest";
import { runAction } from "../../support/action-run.js";

describe("a lookup that fails on a push", () => {
  it("is one warning, and the evidence is uploaded", async () => {
    const { recorded, failure } = await runAction({
      context: { eventName: "push", eventPullRequest: null },
      ports: ({ thread }) => ({
        openGitHub: async () => ({
          ...thread.connect(),
          pullRequestsOfCommit: () =>
            Promise.reject(Object.assign(new Error("Bad credentials"), { status: 401 })),
        }),
      }),
    });
    expect(failure).toBeNull();
    expect(recorded.warnings).toEqual([expect.stringContaining("check the github-token input")]);
    expect(recorded.outputs["artifact-id"]).toBe("7");
  });
});

describe("what the run lacks", () => {
  it.each([
    {
      name: "a token",
      inputs: { githubToken: "" },
      context: {},
      warning: "the github-token input is empty",
      asked: "open GitHub",
    },
    {
      name: "an artifact service, on an Enterprise Server",
      inputs: {},
      context: { isEnterpriseServer: true },
      warning: "GitHub Enterprise Server",
      asked: "upload",
    },
  ])("is one warning, and no service is asked: $name", async ({ inputs, context, warning, asked }) => {
    const { recorded, failure } = await runAction({ inputs, context });
    expect(failure).toBeNull();
    expect(recorded.warnings).toEqual([expect.stringContaining(warning)]);
    expect(recorded.events).not.toContain(asked);
  });
});
