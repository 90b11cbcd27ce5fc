import { runbookDrills } from "./catalog.js";
import type { Drill, DrillMaker } from "./drill.js";
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

/** What the runbook's five cannot catch, one drill each; F is the artifact guard. */
const FURTHER_DRILLS: readonly DrillMaker[] = [
  drillG,
  drillH,
  drillI,
  drillJ,
  drillK,
  drillL,
  drillM,
  drillN,
  drillO,
  drillP,
  drillQ,
  drillR,
  drillS,
  drillT,
  drillU,
];

/** The runbook's drills and all the further ones, for a syncer whose metrics begin with this prefix. */
export function fullSuite(prefix: string): readonly Drill[] {
  return [...runbookDrills(prefix), ...FURTHER_DRILLS.map((make) => make(prefix))];
}
