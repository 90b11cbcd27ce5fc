import { writeMetricsFile } from "../deployment/kept/metrics-file.js";
import { listenForDrill } from "../deployment/ring/own-webhook.js";
import { type RingOutcome, runRing } from "../deployment/run-ring.js";
import { allChecks, auditLines, checkLines, countsLine } from "../deployment/tell/audit-text.js";
import { DrillError } from "../errors.js";
import type { Palette } from "../report/console-text.js";
import { quoted } from "../syncer/printable.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";
import { askOf, deploymentPlan, textOf } from "./deployment-plan.js";
import type { ExitCode } from "./exit-codes.js";
import type { Outside, Stream } from "./outside.js";
import { paletteFor } from "./palette.js";

const LONGEST_SECONDS = 86_400;
const HIGHEST_PORT = 65_535;

/**
 * `ring`: the fire drill of the alarm itself. The one thing that it writes is the drill's alert, which ends by itself.
 *
 * @throws DrillError `usage`, `bad_input`, `not_completed`, `evidence_not_written` or `interrupted`.
 */
export async function ringCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const common = deploymentPlan("ring", args, outside);
  const { receiver } = common;
  if (receiver === null)
    throw new DrillError("usage", "ring: --receiver NAME is needed: whom must the page reach?");
  const [within, place] = [withinOf(args), listenOf(args)];
  const metricsFile = textOf("metrics-file", args);
  const [http, https, crypto] = await Promise.all([
    import("node:http"),
    import("node:https"),
    import("node:crypto"),
  ]);
  const ask = askOf(args, outside, { http, https });
  const json = args.has("json");
  const stream = json ? outside.stderr : outside.stdout;
  const palette = paletteFor(stream.isTerminal, outside.env);
  const { fs, clock } = outside;
  const listen = place === null ? null : (id: string) => listenForDrill(http, place, id, clock);
  const plan = { ...common, receiver, within, listen, ack: args.has("ack") };
  const lines = outside.readLines();
  const outcome = await outside.untilStopped((stopped) => {
    const ports = {
      ask,
      clock,
      fs,
      stopped,
      sleep,
      randomBytes: crypto.randomBytes,
      ...tellingOf(stream, palette),
    };
    return runRing(plan, { ...ports, readLine: lines.next }).finally(lines.close);
  });
  tell(outcome, stream, palette, json ? outside.stdout : null);
  const { exitCode, rung, parts } = outcome;
  if (metricsFile !== null) {
    const run = {
      command: "ring" as const,
      now: clock(),
      isSuccess: exitCode === 0,
      checks: allChecks(parts),
      estimate: rung.audit.estimate,
    };
    writeMetricsFile(fs, metricsFile, run);
  }
  return exitCode;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function tellingOf(stream: Stream, palette: Palette) {
  return {
    posted: (id: string) =>
      stream.write(
        `  0 s  posted AccountSyncDrill{drill="true",drill_id="${id}"} "DRILL ${id} - not a real mismatch"\n`,
      ),
    say: (check: Parameters<typeof checkLines>[0], seconds: number) => {
      const [first = "", ...more] = checkLines(check, palette);
      stream.write(`${[`${String(seconds).padStart(3)} s${first}`, ...more].join("\n")}\n`);
    },
    prompt: (text: string) => stream.write(stream.isTerminal ? text : `${text.trim()}\n`),
  };
}

// What the drill said was shown as it came; of the audit before it only what is wrong.
function tell(
  { rung, parts, kept }: RingOutcome,
  stream: Stream,
  palette: Palette,
  document: Stream | null,
): void {
  const own = new Set(rung.checks);
  const audited = parts.map((part) => ({
    ...part,
    checks: part.checks.filter((check) => !own.has(check) && check.status !== "passed"),
  }));
  const shown = audited.filter(({ checks }) => checks.length > 0);
  const lines = auditLines({ ...rung.audit, parts: shown }, palette).slice(0, -1);
  stream.write(`${[...lines, countsLine(allChecks(parts), palette), kept.evidenceRef].join("\n")}\n`);
  document?.write(kept.results);
}

function withinOf(args: ParsedArguments): number | null {
  const text = textOf("within", args);
  if (text === null) return null;
  const seconds = wholeNumber("--within", text);
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
  throw new DrillError("usage", `--within: expected from 1 to ${LONGEST_SECONDS} seconds, got ${seconds}`);
}

function listenOf(args: ParsedArguments) {
  const text = textOf("listen", args);
  if (text === null) return null;
  const [, host = "", port = ""] =
    /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):([0-9]{1,5})$/.exec(text)?.filter((part) => part !== undefined) ??
    [];
  const number = Number(port);
  if (host !== "" && number >= 1 && number <= HIGHEST_PORT) return { host, port: number };
  throw new DrillError("usage", `--listen: expected HOST:PORT such as 127.0.0.1:9095, got ${quoted(text)}`);
}
