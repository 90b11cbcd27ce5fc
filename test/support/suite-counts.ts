import { checkCount, drillsOf } from "../../src/drills/suites.js";
import { PREFIX } from "./fire-drill-run.js";

/** How many checks a run of the runbook's suite makes. */
export const CHECKS = checkCount("runbook");

/** `N of N`, as a verdict says it of a run of the runbook's suite, and where one check did not pass. */
export const ALL_CHECKS = `${CHECKS} of ${CHECKS}`;
export const ALL_BUT_ONE = `${CHECKS - 1} of ${CHECKS}`;

/** How a run of the runbook's suite ends where all of it passed. */
export const ALL_PASSED = `=== Results: ${CHECKS} passed, 0 failed, 0 skipped ===`;

/** The letters of the runbook's drills. */
export const RUNBOOK = drillsOf("runbook", PREFIX).map(({ id }) => id);
