import { DrillError } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import type { CheckResult } from "./results.js";

/** Names of checks that may fail, as {@link checkName} gives them. */
export type ExpectedFailures = ReadonlySet<string>;

/** The name of a check among all of a run: `B: negative_qty present`. */
export function checkName(drillId: string, label: string): string {
  return `${drillId.length === 1 ? drillId.toUpperCase() : drillId}: ${label}`;
}

/**
 * Reads a list of checks that may fail: a name on each line, and `#` before what is said of it.
 *
 * @param known every name that there is.
 * @throws DrillError `bad_input` for a name that there is not, with the line it stands on.
 */
export function parseExpectedFailures(text: string, known: ReadonlySet<string>): ExpectedFailures {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, "").trim());
  const names = new Set<string>();
  for (const [at, name] of lines.entries()) {
    if (name === "") continue;
    if (!known.has(name))
      throw new DrillError("bad_input", `line ${at + 1}: no check ${quoted(name)}${alike(name, known)}`);
    if (names.has(name)) throw new DrillError("bad_input", `line ${at + 1}: ${quoted(name)} is listed twice`);
    names.add(name);
  }
  return names;
}

/** A result as it counts where failures are expected: one that is listed is skipped, and fails where it passes. */
export function asListed(result: CheckResult, drillId: string, listed: ExpectedFailures): CheckResult {
  if (!listed.has(checkName(drillId, result.label)) || result.status === "skipped") return result;
  const { label, stage, expected, actual } = result;
  if (result.status === "failed") {
    return {
      label,
      stage,
      status: "skipped",
      expected,
      actual: `an expected failure: expected ${expected}, got ${actual}`,
    };
  }
  return {
    label,
    stage,
    status: "failed",
    expected: "to fail, as it is listed",
    actual: "passed: take it off the list",
    deviations: [{ kind: "other", what: "a check passes that is listed as an expected failure" }],
  };
}

function alike(name: string, known: ReadonlySet<string>): string {
  const [drill = ""] = name.split(":");
  const ofDrill = [...known].filter((one) => one.startsWith(`${drill}:`));
  const shown = ofDrill.length > 0 ? ofDrill : [...known];
  return `; there is ${shown.slice(0, 3).map(quoted).join(", ")}${shown.length > 3 ? `, and ${shown.length - 3} more` : ""}`;
}
