import { join } from "node:path";
import { DrillError, messageOf } from "../errors.js";
import { CHECKSUMS_FILE, parseChecksums, sha256 } from "../evidence/checksums.js";
import type { FileSystem } from "../evidence/file-system.js";
import { type Verification, verifyEvidence } from "../evidence/verify.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { type DrillResults, parseDrillResults } from "./drill-results.js";
import { testResultPredicate } from "./test-result-predicate.js";

const RESULTS_FILE = "results.json";

/** The predicate as canonical JSON with a newline at its end, or what is wrong with evidence that is damaged. */
export type PredicateOfEvidence =
  | { readonly kind: "predicate"; readonly text: string }
  | { readonly kind: "damaged"; readonly verification: Verification };

/**
 * Verifies an evidence directory and makes the predicate of what it says.
 *
 * @param url the page of the run; null where there is none.
 * @throws DrillError `bad_input` where there is no evidence of a fire drill, or its `results.json` contradicts it.
 */
export function predicateOfEvidence(
  fs: FileSystem,
  directory: string,
  url: string | null,
): PredicateOfEvidence {
  const verification = verifyEvidence(fs, directory);
  if (verification.damage.length > 0) return { kind: "damaged", verification };
  const checksums = fs.readFileSync(join(directory, CHECKSUMS_FILE));
  const results = readResults(fs, directory, checksums.toString("utf8"), verification.fingerprint);
  const predicate = testResultPredicate(results, { checksumsSha256: sha256(checksums), url });
  return { kind: "predicate", text: `${canonicalJson(predicate)}\n` };
}

function readResults(
  fs: FileSystem,
  directory: string,
  checksums: string,
  fingerprint: string | null,
): DrillResults {
  const listed = parseChecksums(checksums).checksums.find(({ name }) => name === RESULTS_FILE);
  if (listed === undefined) {
    const what = `${printable(directory)}: no ${RESULTS_FILE} here`;
    throw new DrillError("bad_input", `${what}; only the evidence of a fire drill can be attested`);
  }
  const content = fs.readFileSync(join(directory, RESULTS_FILE));
  try {
    if (sha256(content) !== listed.sha256) throw new DrillError("bad_input", "it changed while it was read");
    return parseDrillResults(JSON.parse(content.toString("utf8")), fingerprint);
  } catch (cause) {
    const place = printable(join(directory, RESULTS_FILE));
    const details = cause instanceof DrillError ? cause.details : [];
    throw new DrillError("bad_input", `${place}: ${printable(messageOf(cause))}`, { cause, details });
  }
}
