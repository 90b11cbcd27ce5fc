import { messageOf } from "../../errors.js";
import { whyNotAsWritten } from "../../evidence/read/as-written.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";
import { artifactNameFor } from "./artifact-name.js";
import { describeMissingService, describeUploadFailure } from "./reporting-failure.js";
import type { ReportingPorts } from "./reporting-ports.js";
import { type UploadedArtifact, uploadUnderFreeName } from "./upload-under-free-name.js";

/**
 * Uploads the evidence, if it still is what this run wrote: somebody who can write it may have made other checksums
 * too. Null where it is not wanted, and after one warning where it failed or is not known to be ours.
 */
export async function uploadEvidence(
  outcome: FireDrillOutcome,
  inputs: ActionInputs,
  context: ActionContext,
  { deadline, ...ports }: ReportingPorts,
): Promise<UploadedArtifact | null> {
  const { evidenceDir } = outcome;
  if (!inputs.upload) return null;
  if (context.isEnterpriseServer) {
    ports.warn(describeMissingService(evidenceDir));
    return null;
  }
  const refuseChanged = () => {
    const changed = whyNotAsWritten(ports.drill.fs, outcome);
    if (changed !== null) throw new Error(`it is not what this run wrote: ${changed}`);
  };
  const name = artifactNameFor(inputs, context);
  try {
    const upload = async (free: string) => {
      refuseChanged();
      return ports.upload(free, evidenceDir, inputs.retentionDays);
    };
    const uploading = uploadUnderFreeName(name, upload, ports.legId);
    const uploaded = await deadline.withinHalf("upload", uploading);
    refuseUploaded(uploaded, refuseChanged);
    return uploaded;
  } catch (error) {
    ports.warn(describeUploadFailure(error, name, evidenceDir));
    return null;
  }
}

// The client reads the files one after the other: what was changed meanwhile may be in the artifact.
function refuseUploaded({ name }: UploadedArtifact, refuseChanged: () => void): void {
  try {
    refuseChanged();
  } catch (cause) {
    throw new Error(`what lies under ${name} is not to be relied on: ${messageOf(cause)}`, { cause });
  }
}
