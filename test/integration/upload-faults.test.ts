import { createServer } from "node:http";
import { describe, it } from "vitest";
import type { ResultsWeather } from "../support/artifacts/results-service.js";
import { NAME_TAKEN, twirpError } from "../support/artifacts/twirp-error.js";
import { casesToRun } from "../support/at-length.js";
import { type AtEnd, listen, stop } from "../support/local-server.js";
import { patientSeconds } from "../support/patience.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { bodiesOf, PULL_REQUEST, wholeStage } from "../support/runner/stage.js";
import { MALFORMED, RESET, SILENCE } from "../support/server-fault.js";
import { ALL_CHECKS } from "../support/suite-counts.js";

interface Case {
  readonly name: string;
  readonly isInShort?: true;
  readonly weather?: ResultsWeather;
  readonly env?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Parts of the one warning. */
  readonly warning: readonly (string | RegExp)[];
  /** How often the service is asked. */
  readonly calls?: number;
}

const NAME = "account-sync-drill-drill-1";
const SECONDS = 2 * patientSeconds(5);
const HURRIED = { "reporting-timeout": String(SECONDS) };
/** The upload has half of the time. */
const TOO_LATE = `no answer within ${SECONDS / 2} s`;

const CASES: readonly Case[] = [
  {
    name: "every name is taken (409)",
    isInShort: true,
    weather: { faults: { CreateArtifact: NAME_TAKEN } },
    warning: [`artifact ${NAME} was not uploaded`, "already exists", "the evidence stays in .artifacts/"],
    calls: 5,
  },
  {
    name: "the service refuses (403)",
    isInShort: true,
    weather: { faults: { CreateArtifact: twirpError(403, "permission_denied", "no") } },
    warning: [`artifact ${NAME} was not uploaded`, "403"],
    calls: 1,
  },
  {
    name: "the storage quota is used up",
    weather: { faults: { CreateArtifact: twirpError(403, "resource_exhausted", "insufficient usage") } },
    warning: [`artifact ${NAME} was not uploaded`, "quota"],
  },
  {
    name: "the service fails again and again (500)",
    isInShort: true,
    weather: { faults: { CreateArtifact: twirpError(500, "internal", "broken") } },
    inputs: HURRIED,
    // Which of the two comes first is a matter of the time that there is.
    warning: [`artifact ${NAME} was not uploaded`, /no answer within|after 5 attempts/],
  },
  {
    name: "the service fails when the zip is there",
    weather: { faults: { FinalizeArtifact: twirpError(403, "permission_denied", "no") } },
    warning: [`artifact ${NAME} was not uploaded`, "FinalizeArtifact"],
    calls: 2,
  },
  {
    name: "the connection is reset",
    weather: { faults: { CreateArtifact: RESET } },
    warning: [`artifact ${NAME} was not uploaded`, "ECONNRESET"],
  },
  {
    name: "the service never answers",
    isInShort: true,
    weather: { faults: { CreateArtifact: SILENCE } },
    inputs: HURRIED,
    warning: [`artifact ${NAME} was not uploaded`, TOO_LATE],
  },
  {
    name: "the service answers half",
    isInShort: true,
    weather: { faults: { CreateArtifact: MALFORMED } },
    inputs: HURRIED,
    warning: [`artifact ${NAME} was not uploaded`],
  },
  {
    name: "this is GitHub Enterprise Server",
    isInShort: true,
    env: { GITHUB_SERVER_URL: "https://ghes.example" },
    warning: ["GitHub Enterprise Server", "actions/upload-artifact v3", ".artifacts/"],
    calls: 0,
  },
  {
    name: "ACTIONS_RUNTIME_TOKEN is missing",
    isInShort: true,
    env: { ACTIONS_RUNTIME_TOKEN: "" },
    warning: ["not a runner with an artifact service", "ACTIONS_RUNTIME_TOKEN"],
    calls: 0,
  },
  {
    name: "ACTIONS_RESULTS_URL is missing",
    env: { ACTIONS_RESULTS_URL: "" },
    warning: ["not a runner with an artifact service", "ACTIONS_RESULTS_URL"],
    calls: 0,
  },
  {
    name: "ACTIONS_RUNTIME_TOKEN is no token",
    env: { ACTIONS_RUNTIME_TOKEN: "none" },
    warning: [`artifact ${NAME} was not uploaded`],
    calls: 0,
  },
];

/** A storage that takes a zip and never says so. */
async function silentStorage(atEnd: AtEnd): Promise<string> {
  const server = createServer((request) => request.resume());
  const url = await listen(server);
  atEnd(() => stop(server));
  return `${url}/drill/artifacts/silent.zip?sig=c2lnbmF0dXJl`;
}

describe.skipIf(NODE_24_IS_MISSING)("the verdict and the comment survive where", () => {
  it.concurrent.for(casesToRun("faults of the upload", CASES))(
    "$name",
    async (scene, { onTestFinished, expect }) => {
      const { github, results, run } = await wholeStage(onTestFinished, {}, scene.weather);
      const ended = await run({ env: scene.env ?? {}, inputs: scene.inputs ?? {} });

      expect(verdictOf(ended)).toEqual(PASSED);
      const warnings = warningsOf(ended);
      expect(warnings).toHaveLength(1);
      for (const part of scene.warning) expect(warnings[0]).toMatch(part);
      const { "artifact-id": id, "artifact-url": url, "artifact-digest": digest } = ended.outputs;
      expect([id, url, digest]).toEqual(["", "", ""]);
      const bodies = bodiesOf(github);
      expect(bodies).toEqual([expect.stringContaining(`passed, ${ALL_CHECKS}`)]);
      expect(ended.summary).toContain(`passed, ${ALL_CHECKS}`);
      if (scene.calls !== undefined) expect(results.calls).toHaveLength(scene.calls);
    },
  );

  it.concurrent("the storage never answers", async ({ onTestFinished, expect }) => {
    const uploadUrl = await silentStorage(onTestFinished);
    const { github, run } = await wholeStage(onTestFinished, {}, { uploadUrl });
    const ended = await run({ inputs: HURRIED });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([expect.stringContaining(TOO_LATE)]);
    expect(github.conversations.of(PULL_REQUEST)).toHaveLength(1);
  });

  it.concurrent("neither service ever answers", async ({ onTestFinished, expect }) => {
    const { run } = await wholeStage(
      onTestFinished,
      { faults: { everything: SILENCE } },
      { faults: { CreateArtifact: SILENCE } },
    );
    const ended = await run({ inputs: { "reporting-timeout": String(patientSeconds(3)) } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([
      expect.stringContaining("was not uploaded"),
      expect.stringContaining("no pull-request comment"),
    ]);
    expect(ended.summary).toContain(`passed, ${ALL_CHECKS}`);
  });
});
