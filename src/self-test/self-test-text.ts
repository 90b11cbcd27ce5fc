import { checkCount } from "../drills/suites.js";
import { printable } from "../syncer/printable.js";
import type { Catch } from "./drill-broken.js";

const WRONG_WIDTH = 66;

/** What stands above the rows. */
export function renderHead(size: number): string {
  return [
    `Self-test: ${size} syncers, each broken in one way, put to every drill. The drill that must catch each was`,
    `named before it ran. By: the smallest suite that notices it; ${checkCount("runbook")} stands for the runbook's checks alone.`,
    "",
    `  drill  by    ${"a syncer that".padEnd(WRONG_WIDTH)}  check that caught it`,
    "",
  ].join("\n");
}

/** One row: caught or missed, by which drill and check. */
export function renderCatch({ wrong, named, check, drills, by: suite }: Catch): string {
  const by = suite === "runbook" ? String(checkCount("runbook")) : (suite ?? "-");
  const instead = drills.length === 0 ? "no drill failed" : `failed instead: ${drills.join(", ")}`;
  const outcome = check ?? `MISSED by the drill named; ${instead}`;
  const row = `  ${nameOf(named).padEnd(5)}  ${check === null ? "-   " : by.padEnd(4)}  ${wrong.padEnd(WRONG_WIDTH)}  ${outcome}`;
  return `${printable(row)}\n`;
}

function nameOf(drill: string): string {
  return drill.length === 1 ? drill.toUpperCase() : drill;
}

/** The verdict, and what the runbook's checks are worth alone. */
export function renderVerdict(catches: readonly Catch[]): string {
  const caught = catches.filter(({ check }) => check !== null).length;
  const count = (suite: Catch["by"]) => catches.filter(({ by }) => by === suite).length;
  return [
    "",
    `=== Self-test: ${caught} of ${catches.length} caught by the drill named for it beforehand ===`,
    `The runbook's ${checkCount("runbook")} checks alone notice ${count("runbook")} of ${catches.length}; ${count("full")} more need --suite full, ${count("life")} --suite life.`,
    "",
  ].join("\n");
}
