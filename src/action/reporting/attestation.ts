import { join } from "node:path";
import { predicateOfEvidence } from "../../attest/predicate-of-evidence.js";
import { PREDICATE_TYPE } from "../../attest/test-result-predicate.js";
import { messageOf, systemCodeOf } from "../../errors.js";
import { CHECKSUMS_FILE } from "../../evidence/checksums.js";
import type { FileSystem } from "../../evidence/file-system.js";
import { heldSource, whyNotAsWritten } from "../../evidence/read/as-written.js";
import { refuseLinkOut } from "../../evidence/write/link-out.js";
import type { FireDrillOutcome } from "../../fire-drill/fire-drill.js";
import { printable } from "../../syncer/printable.js";
import type { ActionContext } from "../runner/context.js";
import type { ReportingPorts } from "./reporting-ports.js";

/**
 * Writes the predicate beside the evidence, of what this run found and never of what the disk says by now, and says
 * where what a next step needs to sign lies. Never throws: what cannot be written becomes one warning, and so does a
 * run that cannot sign.
 */
export function prepareAttestation(
  outcome: FireDrillOutcome,
  context: ActionContext,
  fs: FileSystem,
  { setOutputs, warn }: Pick<ReportingPorts, "setOutputs" | "warn">,
): void {
  const unsigned = whyUnsigned(context);
  if (unsigned !== null) warn(`unsigned evidence: ${unsigned}`);
  try {
    setOutputs({
      "predicate-path": writePredicate(fs, outcome, context),
      "predicate-type": PREDICATE_TYPE,
      "subject-checksums": join(outcome.evidenceDir, CHECKSUMS_FILE),
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
function writePredicate(
  fs: FileSystem,
  outcome: FireDrillOutcome,
  { runId, runUrl, workspace }: ActionContext,
): string {
  const changed = whyNotAsWritten(fs, outcome);
  if (changed !== null) throw new Error(`the evidence is damaged already: ${changed}`);
  const made = predicateOfEvidence(heldSource(outcome), runId === 0 ? null : runUrl);
  if (made.kind === "damaged") throw new Error("the evidence contradicts itself");
  const path = `${outcome.evidenceDir}.predicate.json`;
  refuseLinkOut(fs, workspace, path);
  writeAnew(fs, path, made.text);
  return path;
}

// Never through a link, nor over a file, that stands in its place.
function writeAnew(fs: FileSystem, path: string, text: string): void {
  try {
    fs.writeFileSync(path, text, { flag: "wx" });
  } catch (thrown) {
    if (systemCodeOf(thrown) !== "EEXIST") fs.rmSync(path, { force: true });
    throw thrown;
  }
}
