import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import { hasGrace, type Settle } from "../syncer/settling.js";
import { renderCheck } from "./check-text.js";
import type { Drill } from "./drill.js";
import type { SyncReply, SyncRequest } from "./drilled-syncer.js";
import type { CheckResult } from "./results.js";

/** A sync as the log tells it: which step it belongs to, whether it only lets it settle, what was fed and answered. */
export interface LoggedSync {
  readonly step: number;
  readonly settles: boolean;
  readonly request: SyncRequest;
  readonly reply?: SyncReply;
}

/** The text of `drill_<id>_log.txt`: each step with what was fed and answered, then the checks. No clock, no path. */
export function renderDrillLog(
  drill: Drill,
  syncs: readonly LoggedSync[],
  checks: readonly CheckResult[],
  provenMarker: string | null,
  settle?: Settle,
): string {
  const lines = [
    `Drill ${drill.id.toUpperCase()}: ${drill.title}`,
    `injected: ${drill.injected}`,
    ...(hasGrace(settle)
      ? [`grace: a difference has ${settle.syncs} syncs and ${settle.ms} ms to settle`]
      : []),
    "",
    ...syncs.flatMap(syncLines),
    ...checks.flatMap(renderCheck),
    ...(provenMarker === null ? [] : [provenMarker]),
  ];
  return `${lines.join("\n")}\n`;
}

function syncLines({ step, settles, request, reply }: LoggedSync): string[] {
  const { now, snapshot, fetchError, knownOrderIds, expected = null } = request;
  const known = knownOrderIds === null ? "not given" : canonicalJson(knownOrderIds);
  return [
    `step ${step + 1}${settles ? ", settling" : ""}: sync`,
    `  now: ${now}`,
    expected === null ? `  known order ids: ${known}` : `  expected: ${printable(canonicalJson(expected))}`,
    fetchError === null ? `  snapshot: ${canonicalJson(snapshot)}` : `  fetch fails: ${fetchError}`,
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
