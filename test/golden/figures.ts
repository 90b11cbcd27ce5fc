import { checkCount, drillsOf, furtherLetters } from "../../src/drills/suites.js";
import { drillBroken } from "../../src/self-test/drill-broken.js";
import { ZOO } from "../../src/self-test/zoo.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { A_NUMBER, inWords } from "../support/number-words.js";
import { ALERT_CHECKS, ALERTING } from "../support/suite-counts.js";

/** A figure of the program that documents say: where it stands, as a match of nothing but the figure, and what it is. */
export interface Figure {
  readonly name: string;
  readonly at: RegExp;
  readonly is: string;
}

/** Every figure of suites and of the zoo, counted. What a document says in these words is held, wherever it stands. */
export async function countedFigures(): Promise<Figure[]> {
  const catches = [];
  for (const broken of ZOO) catches.push(await drillBroken(broken));
  const caught = catches.filter(({ check }) => check !== null).length;
  const byRunbook = catches.filter(({ by }) => by === "runbook").length;
  const checks = checkCount("runbook");
  const drills = drillsOf("runbook", PREFIX);
  const further = furtherLetters("full");
  const proofs = inWords(drills.length);
  return [
    { name: "checks of the runbook", at: /(?<!\bits\s+)\b[0-9]+(?=\s+checks\b)/g, is: String(checks) },
    { name: "checks of drill F", at: /(?<=\bits )[0-9]+(?= checks\b)/g, is: String(ALERT_CHECKS) },
    {
      name: "drills that drill F takes up",
      at: /(?<=for what drills )[A-Z] to [A-Z](?= produced)/g,
      is: `${ALERTING[0]?.toUpperCase()} to ${ALERTING.at(-1)?.toUpperCase()}`,
    },
    { name: "checks of a green drill", at: /(?<=Green: )[0-9]+ of [0-9]+/g, is: `${checks} of ${checks}` },
    {
      name: "checks of a whole run",
      at: /(?<=whole run that passed ends with `=== Results: )[0-9]+/g,
      is: String(checks),
    },
    {
      name: "drills of the runbook",
      at: new RegExp(`(?<=\\ball\\s)${A_NUMBER}(?=\\s+drills\\b)`, "g"),
      is: proofs,
    },
    {
      name: "drills beside the guard",
      at: new RegExp(`\\b${A_NUMBER}(?=\\s+drills and a guard\\b)`, "g"),
      is: proofs,
    },
    {
      name: "markers of the runbook",
      at: /\b[A-Z][a-z]+(?=\s+markers stand\b)/g,
      is: `${proofs[0]?.toUpperCase()}${proofs.slice(1)}`,
    },
    { name: "letters of the full suite", at: /(?<=\bdrills )G to [A-Z]\b/g, is: `G to ${further.at(-1)}` },
    { name: "letters after A", at: /(?<=\bdrills )B to [A-Z]\b/g, is: `B to ${further.at(-1)}` },
    {
      name: "drills that the full suite adds",
      at: new RegExp(`(?<=\\badds\\s)${A_NUMBER}(?=\\s+drills\\b)`, "g"),
      is: inWords(further.length),
    },
    { name: "broken syncers", at: /\b[0-9]+(?=\s+syncers\b)/g, is: String(ZOO.length) },
    {
      name: "broken syncers that the runbook notices",
      at: /(?<=\bchecks\s+alone\s+notice\s+)[0-9]+/g,
      is: String(byRunbook),
    },
    {
      name: "broken syncers that the full suite notices beside those",
      at: /(?<=\b(?:notices|full suite)\s+)[0-9]+(?= more\b)/g,
      is: String(catches.filter(({ by }) => by === "full").length),
    },
    {
      name: "broken syncers that were caught",
      at: /[0-9]+ of [0-9]+(?=; the runbook's)/g,
      is: `${caught} of ${ZOO.length}`,
    },
  ];
}

/** A text with each figure as it was counted. */
export function withFigures(text: string, figures: readonly Figure[]): string {
  return figures.reduce((said, { at, is }) => said.replace(at, () => is), text);
}
