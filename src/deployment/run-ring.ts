import type { EvidencePorts } from "../evidence/write/write-bundle.js";
import { PLAIN } from "../report/console-text.js";
import type { AuditPart } from "./check/check.js";
import { exitOfChecks } from "./exit-of-checks.js";
import { auditedConfiguration } from "./kept/audited-configuration.js";
import { type KeptDeployment, keepDeployment } from "./kept/deployment-evidence.js";
import { type RingPlan, type Rung, ring } from "./ring/ring.js";
import type { RingPorts } from "./ring/ring-ports.js";
import { type CheckPlan, expectedPart, pageDocument } from "./run-check.js";
import { allChecks, auditLines } from "./tell/audit-text.js";

/** A ring that was brought to its end, with its evidence on disk. */
export interface RingOutcome {
  readonly rung: Rung;
  /** The audit's parts, and the drill's own last. */
  readonly parts: readonly AuditPart[];
  readonly kept: KeptDeployment;
  readonly exitCode: 0 | 1 | 3;
}

/**
 * `ring`: the audit, the drill of the alarm, and the evidence of both.
 *
 * @throws DrillError `not_completed`, `usage`, `evidence_not_written` or `interrupted`.
 */
export async function runRing(
  plan: RingPlan & CheckPlan,
  ports: RingPorts & EvidencePorts,
): Promise<RingOutcome> {
  const startedAt = ports.clock();
  const rung = await ring(plan, ports);
  const { audit } = rung;
  const configuration = auditedConfiguration(audit.seen, audit.alertmanagers, plan.pack);
  const parts = [
    ...withoutProven(audit.parts, rung),
    ...expectedPart(ports.fs, plan, configuration),
    { title: `Ring (drill ${rung.id})`, checks: rung.checks },
  ];
  const exitCode = exitOfChecks(allChecks(parts));
  const record = {
    command: "ring" as const,
    startedAt,
    toolVersion: plan.toolVersion,
    parts,
    lines: auditLines({ ...audit, parts }, PLAIN),
    configuration,
    exitCode,
    more: { page: pageDocument(audit.estimate), drill_id: rung.id },
  };
  return { rung, parts, exitCode, kept: await keepDeployment(record, plan.artifactDir, ports) };
}

// "Nothing was sent since its start; ring proves it": it did.
function withoutProven(parts: readonly AuditPart[], { checks }: Rung): AuditPart[] {
  if (!checks.some(({ id, status }) => id === "delivered.page" && status === "passed")) return [...parts];
  return parts.map((part) => ({
    ...part,
    checks: part.checks.filter(({ id, status }) => id !== "delivered.errors" || status !== "skipped"),
  }));
}
