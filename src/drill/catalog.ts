import type { Drill, DrillMaker } from "./drill.js";
import { drillA } from "./drill-a-clean-sync.js";
import { drillB } from "./drill-b-duplicate-and-negative.js";
import { drillC } from "./drill-c-orphan-order.js";
import { drillD } from "./drill-d-timestamp-regression.js";
import { drillE } from "./drill-e-metrics-contract.js";

/** The five drills of the runbook, in their order (contract, section 5). */
const RUNBOOK_DRILLS: readonly DrillMaker[] = [drillA, drillB, drillC, drillD, drillE];

/** The runbook's drills, for a syncer whose metrics begin with this prefix. */
export function runbookDrills(prefix: string): readonly Drill[] {
  return RUNBOOK_DRILLS.map((make) => make(prefix));
}
