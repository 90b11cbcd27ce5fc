import { describe, expect, it } from "vitest";
import type { GitHubApi } from "../../../src/action/reporting/github-api.js";
import type { ActionPorts } from "../../../src/action/run.js";
import type { DrilledSyncer } from "../../../src/drill/drilled-syncer.js";
import { SketchSyncer } from "../../../src/self-test/sketch-syncer.js";
import { blindTo } from "../../../src/self-test/spoil-findings.js";
import { runAction } from "../../support/action-run.js";
import { idleDeadline, type RecordedPorts } from "../../support/recorded-ports.js";

const UPLOADED = ["artifact-id", "artifact-url", "artifact-digest"];
const COMMENTED = ["comment-url"];

const SYNCERS: readonly { verdict: string; syncer: DrilledSyncer }[] = [
  { verdict: "passed", syncer: new SketchSyncer({}) },
  { verdict: "failed", syncer: new SketchSyncer({ find: blindTo("orphan_order") }) },
];

function refuse(status: number): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`status ${status}`), { status }));
}

function never(): Promise<never> {
  return new Promise(() => {});
}

/** GitHub, except for one call. */
function except(recorded: RecordedPorts, call: Partial<GitHubApi>): Partial<ActionPorts> {
  return { openGitHub: async () => ({ ...recorded.thread.connect(), ...call }) };
}

const FAILURES: readonly {
  name: string;
  broken: (recorded: RecordedPorts) => Partial<ActionPorts>;
  /** The outputs that stay empty. */
  empty: readonly string[];
  warning: string;
}[] = [
  {
    name: "the summary is not taken",
    broken: () => ({ writeSummary: refuse(0) }),
    empty: [],
    warning: "no job summary",
  },
  {
    name: "the upload is refused",
    broken: () => ({ upload: refuse(500) }),
    empty: UPLOADED,
    warning: "was not uploaded",
  },
  {
    name: "the upload throws at once",
    broken: () => ({
      upload: () => {
        throw new Error("no module");
      },
    }),
    empty: UPLOADED,
    warning: "was not uploaded",
  },
  {
    name: "the upload never ends",
    broken: () => ({ upload: never }),
    empty: UPLOADED,
    warning: "no answer within",
  },
  {
    name: "GitHub's client cannot be opened",
    broken: () => ({ openGitHub: refuse(0) }),
    empty: COMMENTED,
    warning: "no pull-request comment",
  },
  {
    name: "GitHub's client throws at once",
    broken: () => ({
      openGitHub: () => {
        throw new Error("no module");
      },
    }),
    empty: COMMENTED,
    warning: "no pull-request comment",
  },
  {
    name: "GitHub's client never opens",
    broken: () => ({ openGitHub: never }),
    empty: COMMENTED,
    warning: "no answer within",
  },
  {
    name: "comments cannot be read",
    broken: (recorded) => except(recorded, { ownComments: refuse(404) }),
    empty: COMMENTED,
    warning: "was not found",
  },
  {
    name: "comments are never read",
    broken: (recorded) => except(recorded, { ownComments: never }),
    empty: COMMENTED,
    warning: "no answer within",
  },
  {
    name: "the comment is refused",
    broken: (recorded) => except(recorded, { createComment: refuse(403) }),
    empty: COMMENTED,
    warning: "grant the job pull-requests: write",
  },
  {
    name: "the comment is never taken",
    broken: (recorded) => except(recorded, { createComment: never }),
    empty: COMMENTED,
    warning: "no answer within",
  },
];

function runWith(syncer: DrilledSyncer, broken: (recorded: RecordedPorts) => Partial<ActionPorts>) {
  return runAction({ syncer, ports: (recorded) => ({ deadline: idleDeadline(), ...broken(recorded) }) });
}

describe.each(SYNCERS)("a drill that $verdict", ({ verdict, syncer }) => {
  it.each(FAILURES)("keeps its verdict and all the rest where $name", async ({ broken, empty, warning }) => {
    const { recorded, failure } = await runWith(syncer, broken);
    const { outputs, warnings } = recorded;
    expect({ result: outputs.result, fails: failure !== null }).toEqual({
      result: verdict,
      fails: verdict === "failed",
    });
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    for (const name of [...UPLOADED, ...COMMENTED]) {
      expect([name, outputs[name] === ""]).toEqual([name, empty.includes(name)]);
    }
    expect(recorded.summaries.length > 0).toBe(warning !== "no job summary");
  });

  it("keeps its verdict where nothing at all can be reported", async () => {
    const broken = () => ({ writeSummary: refuse(0), upload: refuse(500), openGitHub: refuse(0) });
    const { recorded, failure } = await runWith(syncer, broken);
    expect({ result: recorded.outputs.result, fails: failure !== null }).toEqual({
      result: verdict,
      fails: verdict === "failed",
    });
    expect(recorded.warnings).toHaveLength(3);
  });
});
