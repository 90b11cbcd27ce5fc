import type { Drill, DrillMaker } from "../drill/drill.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import { drillA } from "./drill-a-clean-sync.js";
import { drillB } from "./drill-b-duplicate-and-negative.js";
import { drillC } from "./drill-c-orphan-order.js";
import { drillD } from "./drill-d-timestamp-regression.js";
import { drillE } from "./drill-e-metrics-contract.js";
import { drillG } from "./drill-g-duplicate-order-ids.js";
import { drillH } from "./drill-h-triples.js";
import { drillI } from "./drill-i-healthy-hedge.js";
import { drillJ } from "./drill-j-negative-position.js";
import { drillK } from "./drill-k-zero.js";
import { drillL } from "./drill-l-long-ids.js";
import { drillM } from "./drill-m-equal-and-recovered-ts.js";
import { drillN } from "./drill-n-empty-and-re-entry.js";
import { drillO } from "./drill-o-fetch-errors.js";
import { drillP } from "./drill-p-orphans-and-known-sets.js";
import { drillQ } from "./drill-q-exact-counters.js";
import { drillR } from "./drill-r-first-scrape.js";
import { drillS } from "./drill-s-input-unmutated.js";
import { drillT } from "./drill-t-pending-notional.js";
import { drillU } from "./drill-u-rejected-snapshot.js";
import { drillV } from "./drill-v-impossible-fills.js";
import { drillW } from "./drill-w-missing-orders.js";
import { drillX } from "./drill-x-order-terms.js";
import { drillY } from "./drill-y-positions.js";

const RUNBOOK: readonly DrillMaker[] = [drillA, drillB, drillC, drillD, drillE];

// F is the drill of the alerts, which is made of what the others left.
const FURTHER: readonly DrillMaker[] = [
  ...[drillG, drillH, drillI, drillJ, drillK, drillL, drillM, drillN],
  ...[drillO, drillP, drillQ, drillR, drillS, drillT, drillU],
];

// Of the rules that the runbook does not have.
const OURS: readonly DrillMaker[] = [drillV, drillW, drillX, drillY];

/** The suites and their drills, in order (contract, section 5). The first is what runs unless another is asked for. */
const SUITES = {
  runbook: RUNBOOK,
  full: [...RUNBOOK, ...FURTHER],
  life: [...RUNBOOK, ...FURTHER, ...OURS],
} as const satisfies Readonly<Record<string, readonly DrillMaker[]>>;

/** What `--suite` and the input `suite` take. */
export type SuiteName = keyof typeof SUITES;

/** The names of all suites; the first is the default. */
export const SUITE_NAMES = Object.keys(SUITES) as readonly SuiteName[];

/** The names of all suites as a sentence has them: `runbook, full or life`. */
export const SUITES_IN_WORDS = `${SUITE_NAMES.slice(0, -1).join(", ")} or ${SUITE_NAMES.at(-1)}`;

/** The drills of a suite, in order, for a syncer whose metrics begin with this prefix. */
export function drillsOf(suite: SuiteName, prefix: string): readonly Drill[] {
  return SUITES[suite].map((make) => make(prefix));
}

/** The drills of all suites that are the same in each run, in order: what broken syncers are tried by. */
export function fixedDrills(prefix: string): readonly Drill[] {
  return [...RUNBOOK, ...FURTHER, ...OURS].map((make) => make(prefix));
}

/** The smallest suite that one of these drills is in, by their letters; undefined where there is none. */
export function smallestSuite(letters: readonly string[]): SuiteName | undefined {
  return SUITE_NAMES.find((name) =>
    drillsOf(name, DEFAULT_METRIC_PREFIX).some(({ id }) => letters.includes(id)),
  );
}

// The artifact guard (src/fire-drill/artifact-guard.ts) makes one check in every run.
const GUARD_CHECKS = 1;

/** How many checks a run of a whole suite makes, the guard's included and drill F's left out. */
export function checkCount(suite: SuiteName): number {
  const ofDrills = drillsOf(suite, DEFAULT_METRIC_PREFIX).map(({ checks }) => checks.length);
  return ofDrills.reduce((all, one) => all + one, GUARD_CHECKS);
}

/** The letters of the drills that a suite has and the first one has not, in order. */
export function furtherLetters(suite: SuiteName): readonly string[] {
  return SUITES[suite]
    .filter((make) => !RUNBOOK.includes(make))
    .map((make) => make(DEFAULT_METRIC_PREFIX).id.toUpperCase());
}

/** The name of a suite, or undefined. */
export function suiteName(text: string): SuiteName | undefined {
  return SUITE_NAMES.find((name) => name === text);
}
