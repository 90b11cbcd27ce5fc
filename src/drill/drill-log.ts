import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { renderCheck } from "./check-text.js";
import type { Drill } from "./drill.js";
import type { SyncReply, SyncRequest } from "./drilled-syncer.js";
import type { CheckResult } from "./results.js";

/** The text of `drill_<id>_log.txt`: each step with what was fed and answered, then the checks. No clock, no path. */
export function renderDrillLog(
  drill: Drill,
  replies: readonly SyncReply[],
  checks: readonly CheckResult[],
  provenMarker: string | null,
): string {
  const steps = drill.steps.flatMap((step, index) => stepLines(index + 1, step, replies[index]));
  const lines = [
    `Drill ${drill.id.toUpperCase()}: ${drill.title}`,
    `injected: ${drill.injected}`,
    "",
    ...steps,
    ...checks.flatMap(renderCheck),
    ...(provenMarker === null ? [] : [provenMarker]),
  ];
  return `${lines.join("\n")}\n`;
}

function stepLines(number: number, step: SyncRequest, reply: SyncReply | undefined): string[] {
  const { expected = null } = step;
  const known = step.knownOrderIds === null ? "not given" : canonicalJson(step.knownOrderIds);
  return [
    `step ${number}: sync`,
    `  now: ${step.now}`,
    ...(expected === null
      ? [`  known order ids: ${known}`]
      : [`  expected: ${printable(canonicalJson(expected))}`]),
    step.fetchError === null
      ? `  snapshot: ${canonicalJson(step.snapshot)}`
      : `  fetch fails: ${step.fetchError}`,
    ...(reply === undefined ? ["  no reply"] : replyLines(reply)),
    "",
  ];
}

function replyLines(reply: SyncReply): string[] {
  return [
    `  ok: ${reply.ok}`,
    `  error: ${reply.error === null ? "none" : printable(reply.error)}`,
    `  last_ts: ${reply.lastTs}`,
    `  mismatches: ${reply.mismatches.length}`,
    ...reply.mismatches.map(({ rule, detail }) => `    ${printable(rule)}: ${printable(detail)}`),
  ];
}
