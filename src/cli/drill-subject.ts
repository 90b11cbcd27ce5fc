import { SUITES_IN_WORDS, type SuiteName, suiteName } from "../drills/suites.js";
import { DrillError } from "../errors.js";
import { parseNames } from "../fire-drill/parse-names.js";
import { type DrillSubject, openSubject } from "../fire-drill/subject.js";
import { parseSettle } from "../protocol/parse-settle.js";
import { parseTimeLimits } from "../protocol/time-limits.js";
import { DEFAULT_METRIC_PREFIX, isMetricPrefix } from "../syncer/metric-contract.js";
import { quoted } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import type { Outside } from "./outside.js";
import { readJsonInput } from "./read-input.js";

/**
 * Reads `--syncer` and what is said of it, `--suite` and `--metric-prefix`.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function drillSubject(args: ParsedArguments, outside: Outside): Promise<DrillSubject> {
  const prefix = args.text("metric-prefix") ?? DEFAULT_METRIC_PREFIX;
  if (!isMetricPrefix(prefix)) {
    throw new DrillError(
      "usage",
      `--metric-prefix: expected the start of a metric's name, got ${quoted(prefix)}`,
    );
  }
  const command = args.text("syncer") ?? null;
  const alone = ["syncer-timeouts", "names", "settle"].find((name) => args.text(name) !== undefined);
  if (command === null && alone !== undefined) throw new DrillError("usage", `--${alone}: give --syncer too`);
  const [timeouts, names, settle] = [args.text("syncer-timeouts"), args.text("names"), args.text("settle")];
  const said = {
    ...(timeouts !== undefined && { limits: parseTimeLimits("--syncer-timeouts", timeouts) }),
    ...(settle !== undefined && { settle: parseSettle("--settle", settle) }),
    ...(names !== undefined && { names: await readJsonInput(outside, "--names", names, parseNames) }),
  };
  const suite = suiteOf(args.text("suite"));
  return openSubject({ command, suite, prefix, ...said }, outside.programPorts);
}

function suiteOf(text = "runbook"): SuiteName {
  const name = suiteName(text);
  if (name !== undefined) return name;
  throw new DrillError("usage", `--suite: expected ${SUITES_IN_WORDS}, got ${quoted(text)}`);
}
