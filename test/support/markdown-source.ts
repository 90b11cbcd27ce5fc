import { renderChecksums } from "../../src/evidence/checksums.js";
import type { FireDrillOutcome } from "../../src/fire-drill/fire-drill.js";
import type { MarkdownSource } from "../../src/report/markdown.js";
import { drillReport, PLACE } from "./sample-report.js";

const RUN_URL = "https://github.com/octo/bot/actions/runs/42";

/** What a comment on a finished run is rendered from; `different` says what is different. */
export function sourceOfRun(
  { report, evidenceRef, fingerprint, files, checksums }: FireDrillOutcome,
  different: Partial<MarkdownSource> = {},
): MarkdownSource {
  return {
    report,
    evidenceRef,
    fingerprint,
    leg: null,
    change: null,
    runUrl: RUN_URL,
    artifactUrl: `${RUN_URL}/artifacts/7`,
    unsigned: null,
    summaryText: files.get("summary.txt") ?? "",
    checksumsText: renderChecksums(checksums),
    ...different,
  };
}

/** What a comment on a small made-up run is rendered from. */
export function markdownSource(different: Partial<MarkdownSource> = {}): MarkdownSource {
  return {
    report: drillReport(),
    evidenceRef: PLACE.evidenceRef,
    fingerprint: "f00d".repeat(16),
    leg: null,
    change: null,
    runUrl: RUN_URL,
    artifactUrl: null,
    unsigned: null,
    summaryText: "summary\n",
    checksumsText: "sums\n",
    ...different,
  };
}
