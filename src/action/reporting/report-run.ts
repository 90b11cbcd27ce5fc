import { messageOf } from "../../errors.js";
import { renderChecksums } from "../../evidence/checksums.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import { type MarkdownSource, renderJobSummary } from "../../report/markdown.js";
import { printable } from "../../syncer/printable.js";
import type { ActionContext } from "../runner/context.js";
import type { ActionInputs } from "../runner/inputs.js";
import type { ActionOutputs } from "../runner/outputs.js";
import { whyUnsigned } from "./attestation.js";
import { findCommentTarget, postComment } from "./post-comment.js";
import type { ReportingPorts } from "./reporting-ports.js";
import { uploadEvidence } from "./upload-evidence.js";
import type { UploadedArtifact } from "./upload-under-free-name.js";

/**
 * Summary, upload and comment. Nothing in here rejects: what cannot be reported becomes one warning that says
 * what to do, and the rest goes on. Upload and the search for the pull request run side by side.
 */
export async function reportRun(
  outcome: FireDrillOutcome,
  inputs: ActionInputs,
  context: ActionContext,
  ports: ReportingPorts,
): Promise<void> {
  const source = sourceOf(outcome, inputs, context);
  const hasSummary = await writeSummary(source, ports);
  const [artifact, target] = await Promise.all([
    uploadEvidence(outcome, inputs, context, ports),
    findCommentTarget(inputs, context, ports),
  ]);
  const uploaded = artifact === null ? source : withArtifact(source, artifact, context);
  if (artifact !== null) ports.setOutputs(artifactOutputs(uploaded, artifact));
  const change =
    target === null ? null : await postComment(uploaded, outcome, inputs, context, target, ports);
  if (hasSummary && (artifact !== null || change !== null))
    await writeSummary({ ...uploaded, change }, ports);
}

async function writeSummary(source: MarkdownSource, ports: ReportingPorts): Promise<boolean> {
  try {
    await ports.writeSummary(renderJobSummary(source));
    return true;
  } catch (error) {
    ports.warn(`no job summary: ${printable(messageOf(error))}`);
    return false;
  }
}

function sourceOf(
  { report, evidenceRef, fingerprint, files, checksums }: FireDrillOutcome,
  inputs: ActionInputs,
  context: ActionContext,
): MarkdownSource {
  return {
    report,
    evidenceRef,
    fingerprint,
    leg: inputs.matrix,
    change: null,
    runUrl: context.runId === 0 ? null : context.runUrl,
    artifactUrl: null,
    unsigned: inputs.attestation ? whyUnsigned(context) : null,
    summaryText: files.get("summary.txt") ?? "",
    checksumsText: renderChecksums(checksums),
  };
}

function withArtifact(
  source: MarkdownSource,
  { id }: UploadedArtifact,
  { runUrl }: ActionContext,
): MarkdownSource {
  return {
    ...source,
    evidenceRef: `${source.evidenceRef} artifact_id=${id}`,
    artifactUrl: `${runUrl}/artifacts/${id}`,
  };
}

function artifactOutputs(
  { evidenceRef, artifactUrl }: MarkdownSource,
  { id, digest }: UploadedArtifact,
): ActionOutputs {
  return {
    "evidence-ref": evidenceRef,
    "artifact-id": id,
    "artifact-url": artifactUrl ?? "",
    "artifact-digest": digest,
  };
}
