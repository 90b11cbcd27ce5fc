import type { DrillReport, DrillResult } from "../drill/results.js";
import { codeCell, isPlain, shortened } from "./markdown-text.js";
import { caughtOf, countedOf, drillPassed, letterOf } from "./wording.js";

const MOST_CHARACTERS = 100;
const HEAD = ["| | Drill | Injected | Caught | Counted | Proven |", "|---|---|---|---|---|---|"];

/** The drills as a Markdown table: what went in, what came out at each stage, and what that proves. */
export function drillTable({ drills }: DrillReport): string {
  return [...HEAD, ...drills.map(row)].join("\n");
}

function row(drill: DrillResult): string {
  const story = drill.injected === null ? ["", "", ""] : [drill.injected, caughtOf(drill), countedOf(drill)];
  const cells = [letterOf(drill), ...story, provenBy(drill)].map(cell);
  return `| ${[verdictOn(drill), ...cells].join(" | ")} |`;
}

function verdictOn(drill: DrillResult): string {
  if (drillPassed(drill)) return "pass";
  return drill.checks.some(({ status }) => status === "failed") ? "**FAIL**" : "skip";
}

/** What stands behind the PROVEN marker; the guard has none and is proven by its checks. */
function provenBy(drill: DrillResult): string {
  const { injected, provenMarker, checks } = drill;
  if (provenMarker !== null) return provenMarker.replace(/^drill_[a-z0-9_-]+_PROVEN: /, "");
  return injected === null && drillPassed(drill) ? checks.map(({ label }) => label).join(", ") : "no";
}

function cell(text: string): string {
  const short = shortened(text, MOST_CHARACTERS);
  return isPlain(short) ? short : codeCell(short);
}
