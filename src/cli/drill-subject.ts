import { BundledSyncer } from "../drill/bundled-syncer.js";
import type { Drill } from "../drill/drill.js";
import { drillsOf, SUITE_NAMES, type SuiteName, suiteName } from "../drills/suites.js";
import { DrillError } from "../errors.js";
import { type OpenedSyncer, openSyncer } from "../protocol/open-syncer.js";
import { DEFAULT_TIME_LIMITS, parseTimeLimits } from "../protocol/time-limits.js";
import { DEFAULT_METRIC_PREFIX, isMetricPrefix } from "../syncer/metric-contract.js";
import { quoted } from "../syncer/printable.js";
import { TOOL_VERSION } from "../tool-version.js";
import type { ParsedArguments } from "./arguments.js";
import type { Outside } from "./outside.js";

/** Which syncer is drilled, by which drills, and how to leave nothing of it behind. */
export interface DrillSubject extends OpenedSyncer {
  readonly drills: readonly Drill[];
  readonly prefix: string;
}

/**
 * Reads `--syncer`, `--syncer-timeouts`, `--suite` and `--metric-prefix`.
 *
 * @throws DrillError `usage`.
 */
export function drillSubject(args: ParsedArguments, outside: Outside): DrillSubject {
  const prefix = args.text("metric-prefix") ?? DEFAULT_METRIC_PREFIX;
  if (!isMetricPrefix(prefix)) {
    throw new DrillError(
      "usage",
      `--metric-prefix: expected the start of a metric's name, got ${quoted(prefix)}`,
    );
  }
  const drills = drillsOf(suiteOf(args.text("suite")), prefix);
  return { ...opened(args, prefix, outside), drills, prefix };
}

function opened(args: ParsedArguments, prefix: string, outside: Outside): OpenedSyncer {
  const command = args.text("syncer");
  const timeouts = args.text("syncer-timeouts");
  if (command === undefined) {
    if (timeouts !== undefined) throw new DrillError("usage", "--syncer-timeouts: give --syncer too");
    return { syncer: new BundledSyncer(TOOL_VERSION, prefix), dispose: () => undefined };
  }
  const limits =
    timeouts === undefined ? DEFAULT_TIME_LIMITS : parseTimeLimits("--syncer-timeouts", timeouts);
  return openSyncer(command, outside.programPorts(), limits);
}

function suiteOf(text = "runbook"): SuiteName {
  const name = suiteName(text);
  if (name !== undefined) return name;
  throw new DrillError("usage", `--suite: expected ${SUITE_NAMES.join(" or ")}, got ${quoted(text)}`);
}
