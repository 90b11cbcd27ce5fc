import * as fs from "node:fs";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { Drill, DrillMaker } from "../../src/drill/drill.js";
import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import type { CheckResult, DrillResult } from "../../src/drill/results.js";
import { runOneDrill } from "../../src/drill/run-one-drill.js";
import { drillsOf } from "../../src/drills/suites.js";
import {
  type FireDrillOutcome,
  type FireDrillPlan,
  type FireDrillPorts,
  runFireDrill,
} from "../../src/fire-drill/fire-drill.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";

export const STARTED_AT = Date.UTC(2026, 0, 2, 3, 4, 5);
export const PREFIX = DEFAULT_METRIC_PREFIX;

/** The whole fire drill of the bundled syncer, outside a repository; `different` says what is different. */
export function fireDrill(
  artifactDir: string,
  different: Partial<FireDrillPlan & FireDrillPorts> = {},
): Promise<FireDrillOutcome> {
  const usual = {
    drills: drillsOf("runbook", PREFIX),
    syncer: new BundledSyncer("1.2.3"),
    prefix: PREFIX,
    commit: null,
    artifactDir,
    toolVersion: "1.2.3",
    fs,
    clock: () => STARTED_AT,
    askGit: async () => ({ kind: "no_repository" }) as const,
    testRules: async () => null,
  };
  const all = { ...usual, ...different };
  return runFireDrill(all, all);
}

/** One drill, of the bundled syncer unless told otherwise. */
export function oneDrill(
  make: DrillMaker,
  syncer: DrilledSyncer = new BundledSyncer("1.2.3"),
): Promise<DrillResult> {
  return runOneDrill(make(PREFIX), syncer, PREFIX);
}

/** `passed sync is ok`: each check in a few words. */
export function verdictsOf(checks: readonly CheckResult[]): string[] {
  return checks.map(({ status, label }) => `${status} ${label}`);
}

/** What a drill feeds: the snapshots in wire form, one for each step. */
export function snapshotsOf(drill: Drill): unknown[] {
  return drill.steps.map(({ snapshot }) => snapshot);
}
