import { printable, quoted } from "../syncer/printable.js";

/** What the EVIDENCE_REF line refers to. Paths are shown as the user gave the artifact directory. */
export interface EvidenceReference {
  /** What was run; `account-sync-drill` where it is not said. */
  readonly mode?: string;
  readonly evidenceDir: string;
  readonly fingerprint: string;
  /** Why the run failed, such as `exit_code_1`; null for a run that passed. */
  readonly failure: string | null;
  /** Further pairs, after the fixed ones. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * The one line that is copied into a pull request (contract, section 6): `EVIDENCE_REF` and `key=value` pairs
 * in fixed order. A value that holds blanks, quotes or unprintable characters is put in double quotes.
 */
export function renderEvidenceRef(reference: EvidenceReference): string {
  const { mode = "account-sync-drill", evidenceDir, fingerprint, failure, more } = reference;
  const pairs = {
    mode,
    ...(failure === null ? {} : { status: "failed", reason: failure }),
    evidence_dir: evidenceDir,
    summary: `${evidenceDir}/summary.txt`,
    sha256sums: `${evidenceDir}/sha256sums.txt`,
    fingerprint,
    ...more,
  };
  const rendered = Object.entries(pairs).map(([key, value]) => `${key}=${renderValue(value)}`);
  return `EVIDENCE_REF ${rendered.join(" ")}`;
}

function renderValue(value: string): string {
  return printable(value) === value && !/[\s"]/u.test(value) ? value : quoted(value);
}
