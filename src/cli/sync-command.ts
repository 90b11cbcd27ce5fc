import { DrillError } from "../errors.js";
import { isSyncEvidenceOn, writeSyncEvidence } from "../evidence/write/write-sync-evidence.js";
import { AccountSyncer } from "../syncer/account-syncer.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { MetricsBuilder } from "../syncer/metrics.js";
import { parseCcxt } from "../syncer/parse-ccxt.js";
import { parseSnapshot } from "../syncer/parse-snapshot.js";
import { quoted } from "../syncer/printable.js";
import { renderSyncSummary } from "../syncer/sync-evidence.js";
import type { SyncResult } from "../syncer/sync-result.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";
import { artifactDirOf } from "./artifact-dir.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { parseKnownOrders, readJsonInput } from "./read-input.js";

/** The options of `sync`. */
export const SYNC_OPTIONS = {
  snapshot: { type: "string" },
  format: { type: "string" },
  "known-orders": { type: "string" },
  "last-ts": { type: "string" },
  "artifact-dir": { type: "string" },
  json: { type: "boolean" },
} as const;

const PARSERS = { canonical: parseSnapshot, ccxt: parseCcxt } as const;

/**
 * `sync`: runs the bundled syncer once on a snapshot from a file or standard input.
 *
 * @throws DrillError `usage`, `bad_input`, `evidence_not_written` or `interrupted`.
 */
export async function syncCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const { snapshotFile, knownFile, parse, lastTs } = readOptions(args);
  const snapshot = await readJsonInput(outside, "--snapshot", snapshotFile, parse);
  const known =
    knownFile === undefined
      ? null
      : await readJsonInput(outside, "--known-orders", knownFile, parseKnownOrders);
  const syncer = new AccountSyncer({
    port: { fetchAccountSnapshot: () => snapshot },
    metrics: new MetricsBuilder({ clock: outside.clock }),
    lastTs,
  });
  const result = await syncer.sync(known);
  const evidenceDir = await keepEvidence(result, args, outside);
  tell(result, syncer.lastTs, evidenceDir, args.has("json"), outside);
  return result.ok ? EXIT.ok : EXIT.found;
}

function readOptions(args: ParsedArguments) {
  const snapshotFile = args.text("snapshot");
  const knownFile = args.text("known-orders");
  if (snapshotFile === undefined || snapshotFile === "") {
    throw new DrillError("usage", "sync: --snapshot FILE is needed (- reads standard input)");
  }
  if (knownFile === "") throw new DrillError("usage", "--known-orders: expected a file, got nothing");
  if (snapshotFile === "-" && knownFile === "-") {
    throw new DrillError("usage", "sync: only one of --snapshot and --known-orders can be -");
  }
  const format = args.text("format") ?? "canonical";
  if (format !== "canonical" && format !== "ccxt") {
    throw new DrillError("usage", `--format: expected canonical or ccxt, got ${quoted(format)}`);
  }
  const lastTs = wholeNumber("--last-ts", args.text("last-ts") ?? "0");
  return { snapshotFile, knownFile, parse: PARSERS[format], lastTs };
}

async function keepEvidence(
  result: SyncResult,
  args: ParsedArguments,
  outside: Outside,
): Promise<string | null> {
  if (!isSyncEvidenceOn(outside.env.GRINDER_ACCOUNT_SYNC_EVIDENCE)) return null;
  const artifactDir = artifactDirOf(args, outside);
  const options = { artifactDir, now: outside.clock() };
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
    mismatches: result.mismatches.map(({ rule, detail }) => ({ rule, detail })),
    error: result.error === null ? null : { ...result.error },
    last_ts: lastTs,
    positions_count: result.snapshot?.positions.length ?? null,
    open_orders_count: result.snapshot?.openOrders.length ?? null,
    evidence_dir: evidenceDir,
  };
  stdout.write(`${canonicalJson(document)}\n`);
}
