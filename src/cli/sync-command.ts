import { DrillError } from "../errors.js";
import { isSyncEvidenceOn, writeSyncEvidence } from "../evidence/write/write-sync-evidence.js";
import { AccountSyncer } from "../syncer/account-syncer.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import type { Known } from "../syncer/known.js";
import { MetricsBuilder } from "../syncer/metrics.js";
import { parseCcxt } from "../syncer/parse-ccxt.js";
import { parseExpected } from "../syncer/parse-expected.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import { quoted } from "../syncer/printable.js";
import { countByRule, renderSyncSummary, shownOf } from "../syncer/sync-evidence.js";
import type { SyncResult } from "../syncer/sync-result.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";
import { artifactDirOf } from "./artifact-dir.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { parseKnownOrders, placeOf, readJsonInput } from "./read-input.js";

/** The options of `sync`. */
export const SYNC_OPTIONS = {
  snapshot: { type: "string" },
  format: { type: "string" },
  "known-orders": { type: "string" },
  expected: { type: "string" },
  "last-ts": { type: "string" },
  "artifact-dir": { type: "string" },
  json: { type: "boolean" },
} as const;

/**
 * `sync`: runs the bundled syncer once on a snapshot from a file or standard input.
 *
 * @throws DrillError `usage`, `bad_input`, `evidence_not_written` or `interrupted`.
 */
export async function syncCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const { snapshotFile, parse, lastTs, ...files } = readOptions(args);
  const snapshot = await readJsonInput(outside, "--snapshot", snapshotFile, parse);
  const known = await readKnownFiles(files, outside);
  const syncer = new AccountSyncer({
    port: { fetchAccountSnapshot: () => snapshot },
    metrics: new MetricsBuilder({ clock: outside.clock }),
    lastTs,
  });
  const result = await syncer.sync(known);
  if (result.error !== null) {
    throw new DrillError("bad_input", `${placeOf("--snapshot", snapshotFile)}: ${result.error.message}`);
  }
  const evidenceDir = await keepEvidence(result, known, args, outside);
  tell(result, syncer.lastTs, evidenceDir, args.has("json"), outside);
  return result.ok ? EXIT.ok : EXIT.found;
}

function readOptions(args: ParsedArguments) {
  const snapshotFile = args.text("snapshot");
  const knownFile = args.text("known-orders");
  const expectedFile = args.text("expected");
  if (snapshotFile === undefined || snapshotFile === "") {
    throw new DrillError("usage", "sync: --snapshot FILE is needed (- reads standard input)");
  }
  if (knownFile === "") throw new DrillError("usage", "--known-orders: expected a file, got nothing");
  if (expectedFile === "") throw new DrillError("usage", "--expected: expected a file, got nothing");
  if ([snapshotFile, knownFile, expectedFile].filter((file) => file === "-").length > 1) {
    throw new DrillError("usage", "sync: only one of --snapshot, --known-orders and --expected can be -");
  }
  const format = args.text("format") ?? "canonical";
  if (format !== "canonical" && format !== "ccxt") {
    throw new DrillError("usage", `--format: expected canonical or ccxt, got ${quoted(format)}`);
  }
  const lastTs = wholeNumber("--last-ts", args.text("last-ts") ?? "0");
  const needsTimestamp = lastTs > 0;
  const parse = (value: unknown) =>
    format === "ccxt" ? parseCcxt(value, { needsTimestamp }) : parseSnapshot(value);
  return { snapshotFile, knownFile, expectedFile, parse, lastTs };
}

// Ids of the one file are known beside what the other one tells.
async function readKnownFiles(
  files: { readonly knownFile: string | undefined; readonly expectedFile: string | undefined },
  outside: Outside,
): Promise<Known | null> {
  const { knownFile, expectedFile } = files;
  const ids =
    knownFile === undefined
      ? null
      : await readJsonInput(outside, "--known-orders", knownFile, parseKnownOrders);
  if (expectedFile === undefined) return ids === null ? null : { orderIds: ids };
  const expected = await readJsonInput(outside, "--expected", expectedFile, parseExpected);
  return ids === null ? expected : { ...expected, orderIds: [...ids, ...(expected.orderIds ?? [])] };
}

async function keepEvidence(
  result: SyncResult,
  known: Known | null,
  args: ParsedArguments,
  outside: Outside,
): Promise<string | null> {
  if (!isSyncEvidenceOn(outside.env.GRINDER_ACCOUNT_SYNC_EVIDENCE)) return null;
  const artifactDir = artifactDirOf(args, outside);
  const options = { artifactDir, now: outside.clock(), known };
  const { fs, untilStopped } = outside;
  return untilStopped((stopped) => writeSyncEvidence({ fs, stopped }, result, options));
}

function tell(
  result: SyncResult,
  lastTs: number,
  evidenceDir: string | null,
  json: boolean,
  { stdout, stderr }: Outside,
): void {
  const evidence = evidenceDir === null ? "" : `evidence: ${evidenceDir}\n`;
  (json ? stderr : stdout).write(renderSyncSummary(result) + evidence);
  if (!json) return;
  const document = {
    ok: result.ok,
    mismatches: shownOf(result.mismatches).map(({ rule, detail }) => ({ rule, detail })),
    counts: Object.fromEntries(countByRule(result.mismatches)),
    error: result.error === null ? null : { ...result.error },
    last_ts: lastTs,
    positions_count: result.snapshot?.positions.length ?? null,
    open_orders_count: result.snapshot?.openOrders.length ?? null,
    evidence_dir: evidenceDir,
  };
  stdout.write(`${canonicalJson(document)}\n`);
}
