import { describe, expect, it } from "vitest";
import { reportRun } from "../../../src/action/reporting/report-run.js";
import type { ActionPorts } from "../../../src/action/run.js";
import type { ActionContext } from "../../../src/action/runner/context.js";
import type { ActionInputs } from "../../../src/action/runner/inputs.js";
import type { FireDrillOutcome } from "../../../src/fire-drill/fire-drill.js";
import { actionContext } from "../../support/action-context.js";
import { actionInputs } from "../../support/action-inputs.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { RecordedPorts } from "../../support/recorded-ports.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

interface Given {
  readonly inputs?: Partial<ActionInputs>;
  readonly context?: Partial<ActionContext>;
  readonly ports?: Partial<ActionPorts>;
}

/** Something that one waits for and another gives. */
class Signal {
  give: () => void = () => {};
  readonly given = new Promise<void>((resolve) => {
    this.give = resolve;
  });
}

async function report(given: Given = {}, recorded = new RecordedPorts(), outcome?: FireDrillOutcome) {
  const drilled = outcome ?? (await fireDrill(temporaryDirectory()));
  const ports = recorded.ports(given.ports);
  await reportRun(drilled, actionInputs(given.inputs), actionContext(given.context), ports);
  return { recorded, drilled };
}

describe("reporting", () => {
  it("writes the summary, uploads, tells the pull request, and completes the summary", async () => {
    const { recorded } = await report();
    expect(recorded.events).toEqual([
      "summary",
      "upload",
      "open GitHub",
      "outputs: evidence-ref artifact-id artifact-url artifact-digest",
      "ownComments",
      "createComment",
      "ownComments",
      "outputs: comment-url",
      "note",
      "summary",
    ]);
    expect(recorded.warnings).toEqual([]);
  });

  it("uploads the evidence under the job's name, kept as long as was asked", async () => {
    const { recorded, drilled } = await report({ inputs: { retentionDays: 5 } });
    expect(recorded.uploads).toEqual([
      { name: "account-sync-drill-drill-1", directory: drilled.evidenceDir, retentionDays: 5 },
    ]);
  });

  it("names the artifact in the outputs, the comment and the last summary", async () => {
    const { recorded, drilled } = await report();
    const [comment = ""] = recorded.thread.bodies;
    const address = "https://github.com/octo/bot/actions/runs/42/artifacts/7";
    expect(recorded.outputs).toEqual({
      "evidence-ref": `${drilled.evidenceRef} artifact_id=7`,
      "artifact-id": "7",
      "artifact-url": address,
      "artifact-digest": "d".repeat(64),
      "comment-url": recorded.thread.comments[0]?.url,
    });
    for (const text of [comment, recorded.summaries.at(-1)]) {
      expect(text).toContain(`${drilled.evidenceRef} artifact_id=7`);
      expect(text).toContain(`[evidence](${address})`);
    }
  });

  it("runs upload and the search for the pull request side by side", async () => {
    const recorded = new RecordedPorts();
    const { upload, openGitHub } = recorded.ports();
    const [uploading, opening] = [new Signal(), new Signal()];
    await report(
      {
        ports: {
          upload: (...args) => {
            uploading.give();
            return opening.given.then(() => upload(...args));
          },
          openGitHub: () => {
            opening.give();
            return uploading.given.then(() => openGitHub());
          },
        },
      },
      recorded,
    );
    expect(Object.keys(recorded.outputs)).toContain("comment-url");
  });

  it("says on the second run that nothing changed, in the same comment", async () => {
    const { recorded, drilled } = await report();
    await report({ context: { runId: 43 } }, recorded, drilled);
    const [comment, ...others] = recorded.thread.bodies;
    expect(others).toEqual([]);
    for (const text of [comment, recorded.summaries.at(-1)])
      expect(text).toContain("unchanged since the last comment");
  });

  it("leaves the comment of a newer run, says so, and claims nothing about the fingerprint", async () => {
    const { recorded, drilled } = await report({ context: { runId: 43 } });
    const [newer] = recorded.thread.bodies;
    await report({}, recorded, drilled);
    expect(recorded.thread.bodies).toEqual([newer]);
    expect(recorded.notes.at(-1)).toContain("a newer run has told pull request 7 already");
    expect(recorded.summaries.at(-1)).not.toMatch(/the first here|since the last comment/);
  });
});

describe("what was not asked for", () => {
  it.each([
    { name: "no upload", given: { inputs: { upload: false } }, missing: ["upload"] },
    { name: "no comment", given: { inputs: { comment: false } }, missing: ["open GitHub", "createComment"] },
    {
      name: "neither",
      given: { inputs: { upload: false, comment: false } },
      missing: ["upload", "open GitHub"],
    },
  ])("is not done, and not warned of: $name", async ({ given, missing }) => {
    const { recorded } = await report(given);
    expect(recorded.events.filter((event) => missing.includes(event))).toEqual([]);
    expect(recorded.warnings).toEqual([]);
    expect(recorded.events).toContain("summary");
  });

  it("is not warned of where no pull request belongs to the commit", async () => {
    const { recorded } = await report({ context: { eventName: "push", eventPullRequest: null } });
    expect(recorded.notes).toEqual([
      "no pull request belongs to this commit: the job summary has the report",
    ]);
    expect(recorded.warnings).toEqual([]);
    expect(recorded.thread.bodies).toEqual([]);
  });
});
