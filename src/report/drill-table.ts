import type { DrillReport, DrillResult } from "../drill/results.js";
import { causesOf } from "./causes.js";
import { codeCell, isPlain, shortened } from "./markdown-text.js";
import { caughtOf, drillPassed, letterOf } from "./wording.js";

const MOST_CHARACTERS = 60;
const MOST_ROWS = 20;
const HEAD = ["| | Drill | Caught |", "|---|---|---|"];

/** A row: the verdict in a word, and the drills that it is on. */
interface Row {
  readonly verdict: string;
  readonly drills: string;
  readonly caught: string;
}

/**
 * The drills as a Markdown table for a narrow page: a row for each that says a cause of the failure first, with what it
 * caught, and one row for all others that came to the same.
 */
export function drillTable(report: DrillReport): string {
  const { drills } = report;
  const saying = new Set(causesOf(report).map(({ first }) => first?.drill));
  const failed = drills.filter((drill) => saying.has(drill));
  const more = failed.length - MOST_ROWS;
  const isFollowing = (drill: DrillResult) => hasFailed(drill) && !saying.has(drill);
  const rows = [
    ...failed.slice(0, MOST_ROWS).map(failedRow),
    ...(more > 0 ? [{ verdict: "**FAIL**", drills: `and ${more} more`, caught: "" }] : []),
    ...together("**FAIL**", "for the same cause", drills, isFollowing),
    ...together("skip", "checked in part", drills, (drill) => isSkipped(drill) && !isWhollySkipped(drill)),
    ...together("skip", "not checked", drills, isWhollySkipped),
    ...together("pass", "as injected", drills, drillPassed),
  ];
  return [...HEAD, ...rows.map((row) => `| ${row.verdict} | ${cell(row.drills)} | ${row.caught} |`)].join(
    "\n",
  );
}

function failedRow(drill: DrillResult): Row {
  const caught = drill.injected === null ? "" : cell(caughtOf(drill));
  return { verdict: "**FAIL**", drills: titleOf(drill), caught };
}

function together(
  verdict: string,
  caught: string,
  drills: readonly DrillResult[],
  belongs: (drill: DrillResult) => boolean,
): Row[] {
  const letters = drills.filter(belongs).map(letterOf);
  return letters.length === 0 ? [] : [{ verdict, drills: letters.join(", "), caught }];
}

function hasFailed({ checks }: DrillResult): boolean {
  return checks.some(({ status }) => status === "failed");
}

function isSkipped(drill: DrillResult): boolean {
  return !hasFailed(drill) && !drillPassed(drill);
}

function isWhollySkipped({ checks }: DrillResult): boolean {
  return checks.length > 0 && checks.every(({ status }) => status === "skipped");
}

/** `B duplicate key + negative qty`, or the guard's title. */
function titleOf(drill: DrillResult): string {
  const { id, title } = drill;
  if (id.length > 1) return title;
  return `${letterOf(drill)} ${title.replace(/^[A-Z](?=[a-z])/, (capital) => capital.toLowerCase())}`;
}

function cell(text: string): string {
  const short = shortened(text, MOST_CHARACTERS);
  return isPlain(short) ? short : codeCell(short);
}
