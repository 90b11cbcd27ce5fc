import { asListed, type ExpectedFailures } from "../drill/expected-failures.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import { printable } from "../syncer/printable.js";

/** What git says about a directory. */
export type GitStatus =
  | { readonly kind: "no_repository" }
  /** Lines of `git status --porcelain`, empty where nothing shows up. */
  | { readonly kind: "status"; readonly lines: readonly string[] }
  /** Git could not tell, and why. */
  | { readonly kind: "unknown"; readonly why: string };

/** Asks git about a directory that exists. */
export type AskGit = (directory: string) => Promise<GitStatus>;

/** What the guard's one check is called. */
export const GUARD_LABEL = "artifact directory does not show up in git status";
const MOST_LINES = 3;
const CLEAN = "nothing shows up";

/** The guard check (contract, section 5): evidence must never be committed by accident. */
export function guardResult(status: GitStatus, listed: ExpectedFailures = new Set()): DrillResult {
  return {
    id: "guard",
    title: "Artifact guard",
    injected: null,
    caught: [],
    counted: [],
    checks: [asListed(guardCheck(status), "guard", listed)],
    provenMarker: null,
    metricLines: [],
    files: new Map(),
  };
}

function guardCheck(status: GitStatus): CheckResult {
  const check = { label: GUARD_LABEL, stage: "kept", expected: CLEAN } as const;
  if (status.kind === "unknown") {
    return { ...check, status: "skipped", actual: printable(status.why) };
  }
  if (status.kind === "no_repository" || status.lines.length === 0) {
    return { ...check, status: "passed", actual: CLEAN };
  }
  return { ...check, status: "failed", actual: printable(fewLines(status.lines)) };
}

function fewLines(lines: readonly string[]): string {
  const more = lines.length - MOST_LINES;
  return lines.slice(0, MOST_LINES).join(", ") + (more > 0 ? `, and ${more} more` : "");
}
