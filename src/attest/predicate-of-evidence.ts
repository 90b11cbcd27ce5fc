import { DrillError, messageOf } from "../errors.js";
import { CHECKSUMS_FILE, sha256 } from "../evidence/checksums.js";
import type { EvidenceSource } from "../evidence/read/evidence-source.js";
import { type Verification, verifySource } from "../evidence/read/verify.js";
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
 * Verifies evidence and makes the predicate of what it says.
 *
 * @param url the page of the run; null where there is none.
 * @throws DrillError `bad_input` where there is no evidence of a fire drill, or its `results.json` contradicts it.
 */
export function predicateOfEvidence(given: EvidenceSource, url: string | null): PredicateOfEvidence {
  const source = readOnce(given);
  const verification = verifySource(source);
  if (verification.damage.length > 0) return { kind: "damaged", verification };
  const results = readResults(source, verification.fingerprint);
  const checksumsSha256 = sha256(source.read(CHECKSUMS_FILE));
  const predicate = testResultPredicate(results, { checksumsSha256, url });
  return { kind: "predicate", text: `${canonicalJson(predicate)}\n` };
}

// What is attested is what was verified, also where somebody changes a file meanwhile. Only what is read again is kept.
function readOnce(source: EvidenceSource): EvidenceSource {
  const contents = new Map<string, Uint8Array>();
  const read = (name: string) => {
    const content = contents.get(name) ?? source.read(name);
    if (name === RESULTS_FILE || name === CHECKSUMS_FILE) contents.set(name, content);
    return content;
  };
  return { ...source, read };
}

function readResults(source: EvidenceSource, fingerprint: string | null): DrillResults {
  const place = printable(source.path);
  if (!source.entries.has(RESULTS_FILE)) {
    const what = `${place}: no ${RESULTS_FILE} here`;
    throw new DrillError("bad_input", `${what}; only the evidence of a fire drill can be attested`);
  }
  try {
    const text = Buffer.from(source.read(RESULTS_FILE)).toString("utf8");
    return parseDrillResults(JSON.parse(text), fingerprint);
  } catch (cause) {
    const details = cause instanceof DrillError ? cause.details : [];
    const what = `${place}: ${RESULTS_FILE}: ${printable(messageOf(cause))}`;
    throw new DrillError("bad_input", what, { cause, details });
  }
}
