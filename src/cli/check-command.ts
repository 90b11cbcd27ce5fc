import { writeMetricsFile } from "../deployment/kept/metrics-file.js";
import { type CheckOutcome, runCheck } from "../deployment/run-check.js";
import { allChecks, auditLines } from "../deployment/tell/audit-text.js";
import type { ParsedArguments } from "./arguments.js";
import { askOf, deploymentPlan, textOf } from "./deployment-plan.js";
import type { ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { paletteFor } from "./palette.js";

/**
 * `check`: would a mismatch still page somebody, in the Prometheus and the Alertmanager of the user's own? It only reads.
 *
 * @throws DrillError `usage`, `bad_input`, `not_completed`, `evidence_not_written` or `interrupted`.
 */
export async function checkCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const plan = deploymentPlan("check", args, outside);
  const metricsFile = textOf("metrics-file", args);
  const [http, https] = await Promise.all([import("node:http"), import("node:https")]);
  const ask = askOf(args, outside, { http, https });
  const { fs, clock } = outside;
  const outcome = await outside.untilStopped((stopped) => runCheck(plan, { ask, clock, fs, stopped }));
  tell(outcome, args.has("json"), outside);
  const { exitCode } = outcome;
  if (metricsFile !== null) {
    const { parts, estimate } = outcome.audit;
    const run = {
      command: "check" as const,
      now: clock(),
      isSuccess: exitCode === 0,
      checks: allChecks(parts),
      estimate,
    };
    writeMetricsFile(fs, metricsFile, run);
  }
  return exitCode;
}

function tell({ audit, kept }: CheckOutcome, json: boolean, { stdout, stderr, env }: Outside): void {
  const stream = json ? stderr : stdout;
  const lines = [...auditLines(audit, paletteFor(stream.isTerminal, env)), kept.evidenceRef];
  stream.write(`${lines.join("\n")}\n`);
  if (json) stdout.write(kept.results);
}
