import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";
import { artifactNameFor } from "./artifact-name.js";
import { describeMissingService, describeUploadFailure } from "./reporting-failure.js";
import type { ReportingPorts } from "./reporting-ports.js";
import { type UploadedArtifact, uploadUnderFreeName } from "./upload-under-free-name.js";

/** Uploads the evidence. Null where it is not wanted, and after one warning where it failed. */
export async function uploadEvidence(
  { evidenceDir }: FireDrillOutcome,
  inputs: ActionInputs,
  context: ActionContext,
  { deadline, ...ports }: ReportingPorts,
): Promise<UploadedArtifact | null> {
  if (!inputs.upload) return null;
  if (context.isEnterpriseServer) {
    ports.warn(describeMissingService(evidenceDir));
    return null;
  }
  const name = artifactNameFor(inputs, context);
  try {
    const uploading = uploadUnderFreeName(name, (free) =>
      ports.upload(free, evidenceDir, inputs.retentionDays),
    );
    return await deadline.withinHalf("upload", uploading);
  } catch (error) {
    ports.warn(describeUploadFailure(error, name, evidenceDir));
    return null;
  }
}
