import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import type { ExpectedFailures } from "../drill/expected-failures.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import type { FurtherDrill } from "../drill/run-drills.js";
import { TAKEN_BY_ALL } from "../drill/taken.js";
import { AT_ONCE } from "../syncer/settling.js";
import { LIFE_LABELS } from "./life-checks.js";
import { LIFE_ID, LIFE_TITLE } from "./life-names.js";
import { runLife } from "./run-life.js";

/** What is asked of the days of trading. */
export interface WantedLife {
  readonly seed: number;
  /** Days with divergences. */
  readonly days: number;
  readonly syncsADay: number;
}

// As long as anybody waits for a verdict that is known already.
const SHRINKING_MS = 20_000;

/**
 * The days of trading as a drill of a run.
 *
 * @param prefix of the syncer's metric names.
 * @param clock Unix ms; it decides nothing but how long a history is shrunk.
 */
export function lifeDrill(wanted: WantedLife, prefix: string, clock: () => number): FurtherDrill {
  return {
    run: async (syncer: DrilledSyncer, listed: ExpectedFailures | undefined) => {
      // Before that, one in a process of its own has not said what it takes.
      await syncer.reset(0);
      const { settle = AT_ONCE, takes = TAKEN_BY_ALL } = syncer;
      const patience = { clock, ms: SHRINKING_MS };
      const plan = { ...wanted, settle, takes, prefix, patience, ...(listed !== undefined && { listed }) };
      return runLife(plan, syncer);
    },
    withoutReply: (status, actual, deviations) => unanswered(wanted, status, actual, deviations),
  };
}

function unanswered(
  { seed, days }: WantedLife,
  status: "failed" | "skipped",
  actual: string,
  deviations: CheckResult["deviations"],
): DrillResult {
  return {
    id: LIFE_ID,
    title: LIFE_TITLE,
    injected: `divergences in ${days + 1} days of trading, seed ${seed}`,
    caught: [],
    counted: [],
    checks: LIFE_LABELS.map((label) => ({
      label,
      stage: "found",
      status,
      expected: "as it must be",
      actual,
      ...(deviations !== undefined && { deviations }),
    })),
    provenMarker: null,
    metricLines: [],
    files: new Map([["drill_life_log.txt", `${actual}\n`]]),
  };
}
