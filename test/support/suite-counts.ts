import { checkCount, drillsOf } from "../../src/drills/suites.js";
import { drillsThatAlert, rulesProvenBy } from "../../src/fire-drill/alert-cases.js";
import { PREFIX } from "./fire-drill-run.js";

/** How many checks a run of the runbook's suite makes. */
export const CHECKS = checkCount("runbook");

/** `N of N`, as a verdict says it of a run of the runbook's suite, and where one check did not pass. */
export const ALL_CHECKS = `${CHECKS} of ${CHECKS}`;
export const ALL_BUT_ONE = `${CHECKS - 1} of ${CHECKS}`;

/** How a run of the runbook's suite ends where all of it passed. */
export const ALL_PASSED = `=== Results: ${CHECKS} passed, 0 failed, 0 skipped ===`;

const DRILLS = drillsOf("runbook", PREFIX);

/** The letters of the runbook's drills. */
export const RUNBOOK = DRILLS.map(({ id }) => id);

const ALERTED_RULES = rulesProvenBy(DRILLS);

/** The letters of the drills that drill F feeds to promtool after a run of the runbook's suite. */
export const ALERTING = drillsThatAlert(ALERTED_RULES);

/** How many checks drill F makes then: of the clean account, of each rule, of what was missed, and of its proof. */
export const ALERT_CHECKS = 1 + ALERTED_RULES.length + 1 + 1;

/** How many checks a run of these drills alone makes, the guard's included. */
export function checksOfOnly(letters: readonly string[]): number {
  const others = DRILLS.filter(({ id }) => !letters.includes(id));
  return others.reduce((left, { checks }) => left - checks.length, CHECKS);
}
