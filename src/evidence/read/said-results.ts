import { isRecord } from "../../syncer/field-reader.js";

/** What became of one check, as evidence says it. */
export interface SaidCheck {
  readonly label: string;
  readonly status: string;
}

/** What `results.json` says of one drill. */
export interface SaidDrill {
  readonly id: string;
  /** The marker; null where it says none. */
  readonly proven: string | null;
  readonly files: readonly string[];
  readonly checks: readonly SaidCheck[];
}

/** What `results.json` says of a run, as far as other files say it too. */
export interface SaidResults {
  readonly result: unknown;
  readonly evidenceRef: unknown;
  readonly hasBrokenOff: boolean;
  readonly totals: Readonly<Record<string, unknown>>;
  readonly drills: readonly SaidDrill[];
}

/** Reads `results.json`; null where it is none of a drill, which says nothing that could be contradicted. */
export function saidResults(text: string): SaidResults | null {
  const results = parsed(text);
  if (!isRecord(results) || !Array.isArray(results.drills)) return null;
  return {
    result: results.result,
    evidenceRef: results.evidence_ref,
    hasBrokenOff: typeof results.broke_off === "string",
    totals: isRecord(results.totals) ? results.totals : {},
    drills: results.drills.filter(isRecord).map((drill) => ({
      id: textOf(drill.id),
      proven: typeof drill.proven === "string" ? drill.proven : null,
      files: listOf(drill.files).filter((name) => typeof name === "string"),
      checks: listOf(drill.checks)
        .filter(isRecord)
        .map(({ label, status }) => ({ label: textOf(label), status: textOf(status) })),
    })),
  };
}

/** What a check can come to. */
export const STATUSES = ["passed", "failed", "skipped"] as const;

/** The verdict that the checks of a run give. */
export function verdictOf(results: SaidResults): "passed" | "failed" {
  return results.hasBrokenOff || countOf("failed", results) > 0 ? "failed" : "passed";
}

/** How many checks of a run have this status. */
export function countOf(status: string, { drills }: Pick<SaidResults, "drills">): number {
  return drills.reduce((sum, { checks }) => sum + checks.filter((one) => one.status === status).length, 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
