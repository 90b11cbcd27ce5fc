import { canonicalJson } from "./canonical-json.js";
import { renderOrders, renderPositions, renderSnapshot } from "./canonical-snapshot.js";
import type { SyncResult } from "./sync-result.js";

/**
 * The files of the syncer's own evidence for one sync (contract, section 6): name and whole text, checksums
 * excepted. Where the fetch failed the account is unknown, so its three files say `null`, not an empty account.
 */
export function renderSyncEvidence(result: SyncResult): ReadonlyMap<string, string> {
  const { snapshot } = result;
  const mismatches = result.mismatches.map(({ rule, detail }) => ({ rule, detail }));
  return new Map([
    ["account_snapshot.json", `${snapshot === null ? "null" : renderSnapshot(snapshot)}\n`],
    ["positions.json", `${snapshot === null ? "null" : renderPositions(snapshot.positions)}\n`],
    ["open_orders.json", `${snapshot === null ? "null" : renderOrders(snapshot.openOrders)}\n`],
    ["mismatches.json", `${canonicalJson(mismatches)}\n`],
    ["summary.txt", renderSyncSummary(result)],
  ]);
}

/** What one sync found, as lines of text: for a terminal, a log and `summary.txt`. */
export function renderSyncSummary(result: SyncResult): string {
  return `${[...accountLines(result), ...findingLines(result)].join("\n")}\n`;
}

function accountLines({ snapshot }: SyncResult): string[] {
  if (snapshot === null) return ["account: unknown, the fetch failed"];
  const positions = countOf(snapshot.positions, "position");
  const openOrders = countOf(snapshot.openOrders, "open order");
  return [`account: ${positions}, ${openOrders}, ts ${snapshot.ts}`];
}

function countOf({ length }: readonly unknown[], noun: string): string {
  return `${length} ${noun}${length === 1 ? "" : "s"}`;
}

function findingLines({ error, mismatches }: SyncResult): string[] {
  if (error !== null) return [`error: ${error.reason}: ${error.message}`];
  return [
    ...mismatches.map(({ rule, detail }) => `  MISMATCH ${rule}: ${detail}`),
    `mismatches: ${mismatches.length}`,
  ];
}
