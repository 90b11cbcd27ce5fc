import type { DrillReport, DrillResult } from "../drill/results.js";
import { causesOf } from "./causes.js";
import { codeCell, isPlain, shortened } from "./markdown-text.js";
import { drillPassed, letterOf } from "./wording.js";

const MOST_CHARACTERS = 60;
const MOST_IN_A_WORD = 18;
const MOST_IN_CODE = 14;
const MOST_RULES = 4;
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
  const caught = drill.injected === null ? "" : caughtIn(drill);
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

/** Each rule once, with how often it fired. */
function caughtIn({ caught }: DrillResult): string {
  const rules = [...new Set(caught)];
  const more = rules.length - MOST_RULES;
  const said = rules.slice(0, MOST_RULES).map((rule) => {
    const times = caught.filter((one) => one === rule).length;
    return `${times === 1 ? "" : `${times} × `}${cell(rule)}`;
  });
  return [...said, ...(more > 0 ? [`and ${more} more`] : [])].join(", ") || "nothing";
}

function cell(text: string): string {
  const plain = cut(text, MOST_IN_A_WORD);
  return isPlain(plain) ? plain : codeCell(cut(text, MOST_IN_CODE));
}

// A word does not break, and would push the table out of a narrow page.
function cut(text: string, mostInAWord: number): string {
  const words = text.split(" ").map((word) => shortened(word, mostInAWord));
  return shortened(words.join(" "), MOST_CHARACTERS);
}
