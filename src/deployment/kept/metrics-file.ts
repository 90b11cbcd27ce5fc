import { basename, dirname, join } from "node:path";
import { DrillError, messageOf } from "../../errors.js";
import type { FileSystem } from "../../evidence/file-system.js";
import { printable } from "../../syncer/printable.js";
import { type Check, countsOf } from "../check/check.js";
import type { Estimate } from "../check/estimate.js";

/** What a run adds to the file. */
export interface RunMetrics {
  readonly command: "check" | "ring";
  /** Unix ms at its end. */
  readonly now: number;
  readonly isSuccess: boolean;
  readonly checks: readonly Check[];
  readonly estimate: Estimate | null;
}

const RUN = "account_sync_drill_last_run_timestamp_seconds";
const SUCCESS = "account_sync_drill_last_success_timestamp_seconds";
const CHECKS = "account_sync_drill_checks";
const PAGE = "account_sync_drill_seconds_to_page";

const HELP: Readonly<Record<string, string>> = {
  [RUN]: "When the command last ran to its end.",
  [SUCCESS]: "When the command last ran with nothing failed.",
  [CHECKS]: "Checks of the last run, by result.",
  [PAGE]: "Seconds from a mismatch to its page at most, as the last run found them.",
};

/**
 * Writes the file for the node exporter's textfile collector: what this run found, and what the file says of the
 * other command. It appears whole or not at all.
 *
 * @throws DrillError `evidence_not_written`.
 */
export function writeMetricsFile(fs: FileSystem, path: string, run: RunMetrics): void {
  const written = join(dirname(path), `.${basename(path)}.partial`);
  try {
    const before = fs.existsSync(path) ? fs.readFileSync(path, "utf8") : "";
    fs.writeFileSync(written, metricsText(before, run));
    fs.renameSync(written, path);
  } catch (cause) {
    throw new DrillError(
      "evidence_not_written",
      `--metrics-file ${printable(path)}: ${printable(messageOf(cause))}`,
      { cause },
    );
  }
}

/** The text of the file, from what it was before. */
export function metricsText(
  before: string,
  { command, now, isSuccess, checks, estimate }: RunMetrics,
): string {
  const seconds = String(Math.floor(now / 1000));
  const samples = samplesOf(before);
  for (const key of [...samples.keys()])
    if (key.startsWith(`${CHECKS}{command="${command}"`)) samples.delete(key);
  samples.set(`${RUN}{command="${command}"}`, seconds);
  if (isSuccess) samples.set(`${SUCCESS}{command="${command}"}`, seconds);
  for (const [result, count] of Object.entries(countsOf(checks))) {
    samples.set(`${CHECKS}{command="${command}",result="${result}"}`, String(count));
  }
  samples.delete(PAGE);
  if (estimate !== null) samples.set(PAGE, String(Math.round(estimate.most)));
  const lines = Object.keys(HELP).flatMap((name) => {
    const own = [...samples].filter(([key]) => key.replace(/\{.*/, "") === name).sort();
    if (own.length === 0) return [];
    return [
      `# HELP ${name} ${HELP[name]}`,
      `# TYPE ${name} gauge`,
      ...own.map(([key, value]) => `${key} ${value}`),
    ];
  });
  return `${lines.join("\n")}\n`;
}

const SAMPLE = /^(account_sync_drill_[a-z_]+(?:\{[a-z]+="[a-z]+"(?:,[a-z]+="[a-z]+")?\})?) ([0-9]{1,12})$/gm;

function samplesOf(text: string): Map<string, string> {
  return new Map([...text.matchAll(SAMPLE)].map(([, key = "", value = ""]) => [key, value]));
}
