import { join } from "node:path";
import { predicateOfEvidence } from "../../attest/predicate-of-evidence.js";
import { PREDICATE_TYPE } from "../../attest/test-result-predicate.js";
import { messageOf } from "../../errors.js";
import { CHECKSUMS_FILE } from "../../evidence/checksums.js";
import type { FileSystem } from "../../evidence/file-system.js";
import { directorySource } from "../../evidence/read/evidence-source.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import { printable } from "../../syncer/printable.js";
import type { ActionContext } from "../runner/context.js";
import type { ReportingPorts } from "./reporting-ports.js";

/**
 * Writes the predicate beside the evidence, and says where what a next step needs to sign lies. Never throws: what
 * cannot be written becomes one warning, and so does a run that cannot sign.
 */
export function prepareAttestation(
  { evidenceDir }: FireDrillOutcome,
  context: ActionContext,
  fs: FileSystem,
  { setOutputs, warn }: Pick<ReportingPorts, "setOutputs" | "warn">,
): void {
  const unsigned = whyUnsigned(context);
  if (unsigned !== null) warn(`unsigned evidence: ${unsigned}`);
  try {
    setOutputs({
      "predicate-path": writePredicate(fs, evidenceDir, context),
      "predicate-type": PREDICATE_TYPE,
      "subject-checksums": join(evidenceDir, CHECKSUMS_FILE),
      "can-sign": String(unsigned === null),
    });
  } catch (thrown) {
    setOutputs({ "can-sign": "false" });
    warn(`unsigned evidence: there is nothing to sign, ${printable(messageOf(thrown))}`);
  }
}

/** Why the next step cannot sign, in a line; null where it can. */
export function whyUnsigned({ hasOidcToken }: ActionContext): string | null {
  if (hasOidcToken) return null;
  return "this run gets no OIDC token (no pull request from a fork does; other runs need id-token: write)";
}

// Inside the directory it would be a file that no checksum lists.
function writePredicate(fs: FileSystem, evidenceDir: string, { runId, runUrl }: ActionContext): string {
  const made = predicateOfEvidence(directorySource(fs, evidenceDir), runId === 0 ? null : runUrl);
  if (made.kind === "damaged") {
    const [damage] = made.verification.damage;
    throw new Error(`the evidence is damaged already: ${damage?.name}: ${damage?.what}`);
  }
  const path = `${evidenceDir}.predicate.json`;
  try {
    fs.writeFileSync(path, made.text);
    return path;
  } catch (thrown) {
    fs.rmSync(path, { force: true });
    throw thrown;
  }
}
