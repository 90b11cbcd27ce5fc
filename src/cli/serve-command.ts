import { DrillError, messageOf } from "../errors.js";
import { isSyncEvidenceOn, writeSyncEvidence } from "../evidence/write/write-sync-evidence.js";
import type { Fault } from "../serve/made-up-account.js";
import { serve } from "../serve/serve.js";
import type { Known } from "../syncer/known.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { printable, quoted } from "../syncer/printable.js";
import { renderSyncSummary } from "../syncer/sync-evidence.js";
import type { SyncResult } from "../syncer/sync-result.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";
import { artifactDirOf } from "./artifact-dir.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** The options of `serve`. */
export const SERVE_OPTIONS = {
  host: { type: "string" },
  port: { type: "string" },
  inject: { type: "string" },
  after: { type: "string" },
} as const;

const HIGHEST_PORT = 65_535;
const LATEST_SECONDS = 86_400;

/**
 * `serve`: a made-up account, synced in a loop, with its metrics to scrape; for rehearsals.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function serveCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const { stdout, clock } = outside;
  const place = {
    host: args.text("host") || "127.0.0.1",
    port: numberOf("--port", args.text("port") ?? "9090", HIGHEST_PORT),
  };
  const fault = faultOf(args, clock());
  // Only here: loading it would cost the drill a tenth of its start-up.
  const { createServer } = await import("node:http");
  const onListening = (address: string) => {
    stdout.write(`serving ${address}/metrics and ${address}/healthz; SIGTERM or Ctrl-C stops\n`);
  };
  const onFinding = (result: SyncResult, known: Known) => tell(result, known, args, outside);
  const plan = { ...place, fault, clock, createServer, onListening, onFinding };
  await outside.untilStopped((stopped) => {
    const stop = new AbortController();
    void stopped.then(() => stop.abort());
    return serve(plan, stop.signal);
  });
  stdout.write("stopped\n");
  return EXIT.ok;
}

function faultOf(args: ParsedArguments, now: number): Fault | null {
  const inject = args.text("inject");
  const after = args.text("after");
  if (inject === undefined && after !== undefined) {
    throw new DrillError("usage", "--after says when --inject RULE is to happen; --inject is missing");
  }
  if (inject === undefined) return null;
  const rule = MISMATCH_RULES.find((name) => name === inject);
  if (rule === undefined) {
    throw new DrillError("usage", `--inject: expected ${MISMATCH_RULES.join(", ")}, got ${quoted(inject)}`);
  }
  return { rule, at: now + numberOf("--after", after ?? "0", LATEST_SECONDS) * 1000 };
}

function numberOf(option: string, text: string, greatest: number): number {
  const value = wholeNumber(option, text);
  if (value <= greatest) return value;
  throw new DrillError("usage", `${option}: expected at most ${greatest}, got ${value}`);
}

async function tell(
  result: SyncResult,
  known: Known,
  args: ParsedArguments,
  outside: Outside,
): Promise<void> {
  const { stdout, stderr, env, fs, clock } = outside;
  stdout.write(renderSyncSummary(result));
  if (!isSyncEvidenceOn(env.GRINDER_ACCOUNT_SYNC_EVIDENCE)) return;
  try {
    const options = { artifactDir: artifactDirOf(args, outside), now: clock(), known };
    stdout.write(`evidence: ${await writeSyncEvidence({ fs }, result, options)}\n`);
  } catch (error) {
    // The metrics must go on being served: they are what rings.
    stderr.write(`account-sync-drill: ${printable(messageOf(error))}\n`);
  }
}
