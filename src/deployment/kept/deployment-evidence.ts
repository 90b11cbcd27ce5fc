import { checksumsOf, fingerprintOf } from "../../evidence/checksums.js";
import { renderEvidenceRef } from "../../evidence/evidence-ref.js";
import { type EvidencePorts, writeBundle } from "../../evidence/write/write-bundle.js";
import { junitText } from "../../report/junit.js";
import { isoSeconds } from "../../report/wording.js";
import { canonicalJson, type JsonValue } from "../../syncer/canonical-json.js";
import { printable } from "../../syncer/printable.js";
import { type AuditPart, type Check, countsOf } from "../check/check.js";

/** What a check or a ring leaves behind. */
export interface DeploymentRecord {
  readonly command: "check" | "ring";
  /** Unix ms. */
  readonly startedAt: number;
  readonly toolVersion: string;
  readonly parts: readonly AuditPart[];
  /** What is said of the whole, a line each. */
  readonly lines: readonly string[];
  readonly configuration: JsonValue;
  readonly exitCode: 0 | 1 | 3;
  /** Further fields of `results.json`. */
  readonly more: { readonly [name: string]: JsonValue };
}

/** Evidence that is in its place. */
export interface KeptDeployment {
  readonly evidenceDir: string;
  readonly fingerprint: string;
  readonly evidenceRef: string;
  /** `results.json`, for `--json`. */
  readonly results: string;
}

/** The name of that file: the same for `check` and `ring`, so that their fingerprints can be compared. */
export const CONFIGURATION_FILE = "check_configuration.json";

/** The file that the fingerprint is made of, alone with its name, as it will be kept. */
export function configurationFile(configuration: JsonValue): ReadonlyMap<string, string> {
  return new Map([[CONFIGURATION_FILE, `${canonicalJson(configuration)}\n`]]);
}

/**
 * Leaves evidence of a check or a ring, whole or not at all.
 *
 * @throws DrillError `evidence_not_written` or `interrupted`.
 */
export function keepDeployment(
  record: DeploymentRecord,
  artifactDir: string,
  ports: EvidencePorts,
): Promise<KeptDeployment> {
  const { command, startedAt, exitCode } = record;
  const place = { artifactDir, kind: `account_sync_${command}` };
  return writeBundle(ports, place, startedAt, async (bundle) => {
    for (const [name, text] of configurationFile(record.configuration)) bundle.add(name, text);
    const fingerprint = fingerprintOf(checksumsOf(bundle.files));
    const evidenceDir = bundle.directory;
    const failure = exitCode === 0 ? null : `exit_code_${exitCode}`;
    const evidenceRef = renderEvidenceRef({
      mode: `account-sync-${command}`,
      evidenceDir,
      fingerprint,
      failure,
    });
    const results = `${canonicalJson(document(record, { evidenceDir, fingerprint, evidenceRef }))}\n`;
    bundle.add("summary.txt", summary(record, { evidenceDir, fingerprint, evidenceRef }));
    bundle.add("results.json", results);
    bundle.add("junit.xml", junit(record));
    await bundle.commit();
    return { evidenceDir, fingerprint, evidenceRef, results };
  });
}

type Place = Pick<KeptDeployment, "evidenceDir" | "fingerprint" | "evidenceRef">;

const VERDICTS = { 0: "passed", 1: "failed", 3: "incomplete" } as const;

function document(
  { command, startedAt, toolVersion, parts, exitCode, more }: DeploymentRecord,
  place: Place,
): JsonValue {
  return {
    result: VERDICTS[exitCode],
    command,
    totals: { ...countsOf(parts.flatMap(({ checks }) => checks)) },
    tool: { name: "account-sync-drill", version: toolVersion },
    started_at: isoSeconds(startedAt),
    evidence_dir: place.evidenceDir,
    fingerprint: place.fingerprint,
    evidence_ref: place.evidenceRef,
    parts: parts.map(({ title, checks }) => ({ title, checks: checks.map(checkDocument) })),
    ...more,
  };
}

function checkDocument({ id, status, says, why, cure }: Check): JsonValue {
  return { id, status, says, why, cure };
}

function summary(
  { command, startedAt, toolVersion, lines, exitCode }: DeploymentRecord,
  place: Place,
): string {
  const all = [
    `Account sync ${command}: ${VERDICTS[exitCode]}`,
    place.evidenceRef,
    "",
    `evidence_dir: ${place.evidenceDir}`,
    `fingerprint: ${place.fingerprint}`,
    `started: ${isoSeconds(startedAt)}`,
    `tool: account-sync-drill ${toolVersion}`,
    "",
    ...lines,
  ];
  return `${all.map(printable).join("\n")}\n`;
}

// JUnit knows no warning: a case that is skipped with a reason is not red, and its reason can be read.
function junit({ parts }: DeploymentRecord): string {
  return junitText(
    parts.map(({ title, checks }) => ({
      name: title,
      cases: checks.map(({ id, status, says, why }) => ({
        label: `${id}: ${says}`,
        status: status === "warned" ? "skipped" : status,
        message: [...(status === "warned" ? ["warning"] : []), says, ...why].join("; "),
      })),
    })),
  );
}
