import { createHash } from "node:crypto";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";

/**
 * The artifact's name: the user's, or one that no other job, matrix leg or attempt of the run has. Names are
 * unique within a run, so two legs of one name would collide.
 */
export function artifactNameFor(inputs: ActionInputs, context: ActionContext): string {
  if (inputs.artifactName !== null) return inputs.artifactName;
  const job = context.job.replace(/[^A-Za-z0-9._-]/g, "_") || "job";
  const leg =
    inputs.matrix === null ? [] : [createHash("sha256").update(inputs.matrix).digest("hex").slice(0, 8)];
  return ["account-sync-drill", job, ...leg, String(context.runAttempt)].join("-");
}

/** The name to try after a conflict: `name`, `name-2`, `name-3`. */
export function nthArtifactName(name: string, attempt: number): string {
  return attempt === 1 ? name : `${name}-${attempt}`;
}
