import type { CheckResult, SyncerIdentity } from "../drill/results.js";
import { FieldReader } from "../syncer/field-reader.js";
import { refuseProblems } from "../syncer/parse-snapshot.js";

type Status = CheckResult["status"];

/** What `results.json` says of a run, as far as it is attested. */
export interface DrillResults {
  readonly toolVersion: string;
  readonly syncer: SyncerIdentity;
  /** The commit that is proven, as the run was told it; null where it was told none. */
  readonly commit: string | null;
  /** What the days of trading were made from; null where there were none. */
  readonly seed: number | null;
  /** 64 hex digits. */
  readonly fingerprint: string;
  readonly hasBrokenOff: boolean;
  readonly drills: readonly CheckedDrill[];
}

/** A drill and what became of each of its checks. */
export interface CheckedDrill {
  /** A letter, `life`, or `guard`. */
  readonly id: string;
  readonly checks: readonly { readonly label: string; readonly status: Status }[];
}

/**
 * Reads `results.json`. Its verdict and its totals have to be those of its own checks, and its fingerprint the
 * one that its files have, so that nothing is attested which the evidence itself contradicts.
 *
 * @param fingerprint that of the files beside it; null where they hold no drill.
 * @throws DrillError `bad_input` that names every bad path.
 */
export function parseDrillResults(value: unknown, fingerprint: string | null): DrillResults {
  const problems: string[] = [];
  const root = new FieldReader(value, "", problems);
  const tool = new FieldReader(root.raw("tool"), "tool", problems);
  const syncer = new FieldReader(root.raw("syncer"), "syncer", problems);
  const results: DrillResults = {
    toolVersion: tool.text("version"),
    syncer: {
      name: syncer.text("name"),
      version: syncer.text("version"),
      language: syncer.text("language"),
    },
    commit: root.nullable("commit", root.text),
    seed: root.optional("seed", root.timestamp),
    fingerprint: root.text("fingerprint"),
    hasBrokenOff: root.nullable("broke_off", root.text) !== null,
    drills: root.rows("drills", (row, path) => readDrill(row, path, problems)),
  };
  if (problems.length === 0) holdAgainstItself(root, results, fingerprint, problems);
  refuseProblems(problems);
  return results;
}

/** The checks of every drill that have this status, each by a name of its own: `drill_b: 2 mismatches`. */
export function checksThat(status: Status, { drills }: DrillResults): string[] {
  return drills.flatMap(({ id, checks }) =>
    checks.filter((check) => check.status === status).map(({ label }) => `${drillName(id)}: ${label}`),
  );
}

function drillName(id: string): string {
  return id.length === 1 ? `drill_${id}` : id;
}

function readDrill(row: unknown, path: string, problems: string[]): CheckedDrill {
  const drill = new FieldReader(row, path, problems);
  return {
    id: drill.text("id"),
    checks: drill.rows("checks", (check, at) => {
      const reader = new FieldReader(check, at, problems);
      const status = reader.oneOf<Status>("status", ["passed", "failed", "skipped"]);
      return { label: reader.text("label"), status };
    }),
  };
}

function holdAgainstItself(
  root: FieldReader,
  results: DrillResults,
  fingerprint: string | null,
  problems: string[],
): void {
  const totals = new FieldReader(root.raw("totals"), "totals", problems);
  for (const status of ["passed", "failed", "skipped"] as const) {
    const count = checksThat(status, results).length;
    if (totals.raw(status) !== count) totals.refuse(status, `expected ${count}, as its checks say`, 0);
  }
  const hasFailed = results.hasBrokenOff || checksThat("failed", results).length > 0;
  const verdict = hasFailed ? "failed" : "passed";
  if (root.raw("result") !== verdict)
    root.refuse("result", `expected ${verdict}, as its checks say`, verdict);
  if (results.drills.every(({ checks }) => checks.length === 0)) {
    root.refuse("drills", "expected a check at least", []);
  }
  if (results.fingerprint !== fingerprint) {
    root.refuse("fingerprint", `expected ${fingerprint ?? "none"}, as the files beside it have`, "");
  }
}
