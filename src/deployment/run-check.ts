import { checksumsOf, fingerprintOf } from "../evidence/checksums.js";
import type { FileSystem } from "../evidence/file-system.js";
import type { EvidencePorts } from "../evidence/write/write-bundle.js";
import { PLAIN } from "../report/console-text.js";
import type { JsonValue } from "../syncer/canonical-json.js";
import { type Audit, type AuditPlan, type AuditPorts, audit } from "./audit.js";
import type { AuditPart } from "./check/check.js";
import type { Estimate } from "./check/estimate.js";
import { exitOfChecks } from "./exit-of-checks.js";
import { auditedConfiguration } from "./kept/audited-configuration.js";
import { configurationFile, type KeptDeployment, keepDeployment } from "./kept/deployment-evidence.js";
import { judgeExpected } from "./kept/expected-fingerprint.js";
import { allChecks, auditLines } from "./tell/audit-text.js";

/** What to check, and where to leave the evidence. */
export interface CheckPlan extends AuditPlan {
  readonly artifactDir: string;
  /** The fingerprint that the configuration should still have; null where none was given. */
  readonly expected: string | null;
  readonly toolVersion: string;
}

/** A check that was brought to its end, with its evidence on disk. */
export interface CheckOutcome {
  readonly audit: Audit;
  readonly kept: KeptDeployment;
  readonly exitCode: 0 | 1 | 3;
}

/**
 * `check`: the audit, and its evidence.
 *
 * @throws DrillError `not_completed`, `evidence_not_written` or `interrupted`.
 */
export async function runCheck(plan: CheckPlan, ports: AuditPorts & EvidencePorts): Promise<CheckOutcome> {
  const startedAt = ports.clock();
  const found = await audit(plan, ports);
  const configuration = auditedConfiguration(found.seen, found.alertmanagers, plan.pack);
  const whole = { ...found, parts: [...found.parts, ...expectedPart(ports.fs, plan, configuration)] };
  const checks = allChecks(whole.parts);
  const exitCode = exitOfChecks(checks);
  const record = {
    command: "check" as const,
    startedAt,
    toolVersion: plan.toolVersion,
    parts: whole.parts,
    lines: auditLines(whole, PLAIN),
    configuration,
    exitCode,
    more: { page: pageDocument(found.estimate) },
  };
  return { audit: whole, exitCode, kept: await keepDeployment(record, plan.artifactDir, ports) };
}

/** The part about a fingerprint that was expected; none where none was. */
export function expectedPart(
  fs: FileSystem,
  { expected, artifactDir }: Pick<CheckPlan, "expected" | "artifactDir">,
  configuration: JsonValue,
): AuditPart[] {
  if (expected === null) return [];
  const fingerprint = fingerprintOf(checksumsOf(configurationFile(configuration)));
  return [
    {
      title: "Configuration",
      checks: [judgeExpected(fs, artifactDir, expected, { fingerprint, configuration })],
    },
  ];
}

/** Whom a mismatch pages and when, for `results.json`. */
export function pageDocument(estimate: Estimate | null): JsonValue {
  if (estimate === null) return null;
  return {
    receivers: estimate.receivers,
    least_seconds: Math.round(estimate.least),
    most_seconds: Math.round(estimate.most),
  };
}
