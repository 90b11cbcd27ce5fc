import { SUITE_NAMES, type SuiteName, suiteName } from "../drills/suites.js";
import { DrillError } from "../errors.js";
import { type DrillSubject, openSubject } from "../fire-drill/subject.js";
import { parseTimeLimits } from "../protocol/time-limits.js";
import { DEFAULT_METRIC_PREFIX, isMetricPrefix } from "../syncer/metric-contract.js";
import { quoted } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import type { Outside } from "./outside.js";

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
  const command = args.text("syncer") ?? null;
  const timeouts = args.text("syncer-timeouts");
  if (command === null && timeouts !== undefined) {
    throw new DrillError("usage", "--syncer-timeouts: give --syncer too");
  }
  const limits = timeouts === undefined ? {} : { limits: parseTimeLimits("--syncer-timeouts", timeouts) };
  const suite = suiteOf(args.text("suite"));
  return openSubject({ command, suite, prefix, ...limits }, outside.programPorts);
}

function suiteOf(text = "runbook"): SuiteName {
  const name = suiteName(text);
  if (name !== undefined) return name;
  throw new DrillError("usage", `--suite: expected ${SUITE_NAMES.join(" or ")}, got ${quoted(text)}`);
}
