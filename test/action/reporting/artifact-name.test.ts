import { describe, expect, it } from "vitest";
import { artifactNameFor, nthArtifactName } from "../../../src/action/reporting/artifact-name.js";
import type { ActionContext } from "../../../src/action/runner/context.js";
import type { ActionInputs } from "../../../src/action/runner/inputs.js";
import { actionContext } from "../../support/action-context.js";
import { actionInputs } from "../../support/action-inputs.js";

function nameOf(inputs: Partial<ActionInputs>, context: Partial<ActionContext> = {}): string {
  return artifactNameFor(actionInputs(inputs), actionContext(context));
}

describe("the artifact's name", () => {
  it.each([
    { name: "the user's, as it is", inputs: { artifactName: "my name" }, context: {}, artifact: "my name" },
    {
      name: "made of the job and the attempt",
      inputs: {},
      context: { runAttempt: 3 },
      artifact: "account-sync-drill-drill-3",
    },
    {
      name: "made without what a name cannot hold",
      inputs: {},
      context: { job: "a b/c:d" },
      artifact: "account-sync-drill-a_b_c_d-1",
    },
    { name: "made without a job", inputs: {}, context: { job: "" }, artifact: "account-sync-drill-job-1" },
  ])("is $name", ({ inputs, context, artifact }) => {
    expect(nameOf(inputs, context)).toBe(artifact);
  });

  it("is another for each job, leg and attempt", () => {
    const legs = ['{"node":"20"}', '{"node":"22"}', null];
    const names = legs.flatMap((matrix) =>
      ["drill", "other"].flatMap((job) =>
        [1, 2].map((runAttempt) => nameOf({ matrix }, { job, runAttempt })),
      ),
    );
    expect(new Set(names).size).toBe(12);
  });

  it("holds nothing that the service refuses, whatever the leg says", () => {
    expect(nameOf({ matrix: '{"os":"a/b:c\\n<>|*?"}' })).toMatch(/^account-sync-drill-drill-[0-9a-f]{8}-1$/);
  });
});

describe("the name after a conflict", () => {
  it.each([
    { attempt: 1, name: "drill" },
    { attempt: 2, name: "drill-2" },
    { attempt: 5, name: "drill-5" },
  ])("is $name at attempt $attempt", ({ attempt, name }) => {
    expect(nthArtifactName("drill", attempt)).toBe(name);
  });
});
