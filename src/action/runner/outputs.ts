import { hasPassed, totalsOf } from "../../drill/results.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";

/** Every output of the action, in action.yml's order (contract, section 8). */
export const OUTPUT_NAMES = [
  "result",
  "passed",
  "failed",
  "skipped",
  "evidence-ref",
  "evidence-dir",
  "fingerprint",
  "artifact-id",
  "artifact-url",
  "artifact-digest",
  "comment-url",
  "predicate-path",
  "predicate-type",
  "subject-checksums",
  "can-sign",
] as const;

/** Outputs by name; all are text. */
export type ActionOutputs = Readonly<Partial<Record<(typeof OUTPUT_NAMES)[number], string>>>;

/** What is known as soon as the evidence is on disk; what attestation and reporting add is empty until then. */
export function verdictOutputs({
  report,
  evidenceRef,
  evidenceDir,
  fingerprint,
}: FireDrillOutcome): ActionOutputs {
  const { passed, failed, skipped } = totalsOf(report);
  return {
    result: hasPassed(report) ? "passed" : "failed",
    passed: String(passed),
    failed: String(failed),
    skipped: String(skipped),
    "evidence-ref": evidenceRef,
    "evidence-dir": evidenceDir,
    fingerprint,
    "artifact-id": "",
    "artifact-url": "",
    "artifact-digest": "",
    "comment-url": "",
    "predicate-path": "",
    "predicate-type": "",
    "subject-checksums": "",
    "can-sign": "",
  };
}
