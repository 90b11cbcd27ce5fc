import { withoutCreated } from "../drill/created-series.js";
import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import type { CheckResult, DrillResult } from "../drill/results.js";
import { TAKEN_BY_ALL } from "../drill/taken.js";
import { untakenBy } from "../drill/without-reply.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { hasGrace, type Settle } from "../syncer/settling.js";
import { COUNTERS_CHECK, countersCheck } from "./counters-check.js";
import { feedHistory, isHeldAgainstThePast, type Process, type Replayed } from "./feed-history.js";
import { type History, type HistoryLine, type NamedHistory, requestOf } from "./history.js";
import { missedIn, passageCheck, passagesOf } from "./judge-lines.js";
import { recordedFile, recordHistory } from "./record-history.js";
import { renderReplayLog } from "./replay-log.js";

const SNAPSHOT = "_snapshot.json";

/** Makes the bundled syncer with a grace: what a history without expectations is recorded by. */
export type BundledWith = (settle: Settle) => DrilledSyncer;

/**
 * Feeds a history to a syncer and holds its answers against what the history expects. One that can be told its grace
 * has the history's; one with a longer grace than the history was written for is not asked.
 *
 * @throws whatever the syncer rejects with.
 */
export async function runReplay(
  named: NamedHistory,
  given: DrilledSyncer,
  prefix: string,
  bundledWith: BundledWith,
): Promise<DrillResult> {
  const { history } = named;
  const syncer = given.withSettle?.(history.settle) ?? given;
  await syncer.reset(history.lines[0]?.at ?? 0);
  const untaken = whyNotAsked(named, syncer);
  if (untaken !== null) return replayWithout(named, "skipped", untaken);
  const replayed = await feedHistory(history, syncer);
  if (history.lines.some(({ expect }) => expect !== null))
    return resultOf(named, replayed, prefix, judge(named, replayed));
  const file = recordedFile(named);
  const text = await recordHistory(history, bundledWith(history.settle));
  return resultOf(named, replayed, prefix, { checks: [recordedCheck(file)], files: new Map([[file, text]]) });
}

/** The result of a replay that could not be held against anything, and why. */
export function replayWithout(
  named: NamedHistory,
  status: "failed" | "skipped",
  why: string,
  deviations?: CheckResult["deviations"],
): DrillResult {
  const more = deviations === undefined ? {} : { deviations };
  const asked = passagesOf(named.history.lines).map(({ label, expected }) => ({
    label,
    expected,
    stage: "found" as const,
  }));
  const checks = [...asked, COUNTERS_CHECK].map((check) => ({ ...check, status, actual: why, ...more }));
  return {
    ...frameOf(named),
    caught: [],
    counted: [],
    checks,
    provenMarker: null,
    files: new Map([[`drill_${idOf(named)}_log.txt`, `${why}\n`]]),
  };
}

interface Judged {
  readonly checks: readonly CheckResult[];
  readonly files: ReadonlyMap<string, string>;
}

function judge(named: NamedHistory, replayed: Replayed): Judged {
  const passages = passagesOf(named.history.lines).map(
    (passage) => [passage, missedIn(passage, replayed)] as const,
  );
  const first = passages.flatMap(([, missed]) => missed)[0]?.line;
  const files = first === undefined ? new Map<string, string>() : keptOf(named, first);
  const keptIn = [...files.keys()].find((file) => file.endsWith(SNAPSHOT)) ?? null;
  const checks = passages.map(([passage, missed]) =>
    passageCheck(passage, missed, missed[0]?.line === first ? keptIn : null),
  );
  return { checks, files };
}

/** What `sync` takes of the first line that is off: the snapshot, and what was told. */
function keptOf({ name }: NamedHistory, line: HistoryLine): Map<string, string> {
  const place = `${name}_line_${line.line}`;
  return new Map([
    ...(line.fetchError === null
      ? [[`${place}${SNAPSHOT}`, `${canonicalJson(line.snapshot)}\n`] as const]
      : []),
    ...(line.known === null ? [] : [[`${place}_expected.json`, `${canonicalJson(line.known)}\n`] as const]),
  ]);
}

function recordedCheck(file: string): CheckResult {
  return {
    label: "each line comes to what it expects",
    stage: "found",
    status: "skipped",
    expected: "a line that says what to expect",
    actual: `no line does, so what the bundled syncer finds was recorded: read ${file}, correct it, and replay that`,
  };
}

function resultOf(named: NamedHistory, replayed: Replayed, prefix: string, judged: Judged): DrillResult {
  const { processes } = replayed;
  const metrics = processes.at(-1)?.metrics;
  const checks = [...judged.checks, countersCheck(processes, prefix)];
  const id = idOf(named);
  const count = named.history.lines.filter(({ expect }) => expect !== null).length;
  const isProven = checks.every(({ status }) => status === "passed");
  const provenMarker = isProven
    ? `drill_${id}_PROVEN: ${count} of ${named.history.lines.length} syncs judged, each as expected`
    : null;
  const caught = replayed.lines.flatMap(({ reply }) => reply.mismatches.map(({ rule }) => rule));
  const rules = [...new Set(caught)];
  const { text } = withoutCreated(metrics?.text ?? "");
  return {
    ...frameOf(named),
    caught: rules,
    counted: rules.map((rule) => countedIn(processes, prefix, rule)),
    checks,
    provenMarker,
    files: new Map([
      [`drill_${id}_log.txt`, renderReplayLog(named, replayed, checks, provenMarker)],
      [`drill_${id}_metrics.txt`, text],
      [`drill_${id}_history.jsonl`, named.history.lines.map((line) => `${line.text}\n`).join("")],
      ...judged.files,
    ]),
    notes: count === 0 || count === named.history.lines.length ? [] : [unjudgedNote(named, count)],
  };
}

// Each process begins at 0.
function countedIn(processes: readonly Process[], prefix: string, rule: string): string {
  const counts = processes.map(({ metrics }) =>
    metrics.valueOf(`${prefix}_mismatches_total`, ["rule", rule]),
  );
  const absent = counts.find((count) => !Number.isFinite(Number(count)));
  return absent ?? String(counts.reduce((sum, count) => sum + Number(count), 0));
}

function unjudgedNote({ name, history }: NamedHistory, count: number): string {
  return `${name}: ${history.lines.length - count} of ${history.lines.length} lines say nothing of what to expect: fed, not judged`;
}

function frameOf({ name, history }: NamedHistory) {
  const { length } = history.lines;
  return {
    id: idOf({ name }),
    title: `Replay of ${name}`,
    injected: `a history of ${length} ${length === 1 ? "sync" : "syncs"}`,
    metricLines: [],
  };
}

function idOf({ name }: Pick<NamedHistory, "name">): string {
  return `replay_${name}`;
}

// Without a last ts, a fresh syncer has nothing that the first answer could be older than.
function whatARestartLoses({ lines }: History, { takes = TAKEN_BY_ALL }: DrilledSyncer): string | null {
  const restart = lines.findIndex((line, index) => index > 0 && line.restart);
  const needs = restart < 0 ? undefined : lines.slice(restart).find(isHeldAgainstThePast);
  if (needs === undefined || takes.includes("last_ts")) return null;
  return `the syncer takes no last_ts, which line ${needs.line} needs after the restart of line ${restart + 1}`;
}

function whyNotAsked({ history }: NamedHistory, syncer: DrilledSyncer): string | null {
  const untaken = untakenBy(syncer, { steps: history.lines.map(requestOf) });
  if (untaken !== null) return `${untaken}, which this history tells`;
  const past = whatARestartLoses(history, syncer);
  if (past !== null) return past;
  const { settle: own } = syncer;
  const { settle } = history;
  if (!hasGrace(settle) || own === undefined || (own.syncs <= settle.syncs && own.ms <= settle.ms))
    return null;
  const graces = [own, settle].map(({ syncs, ms }) => `syncs=${syncs},ms=${ms}`);
  return `the syncer waits ${graces[0]}, and what is expected holds for ${graces[1]}: record it anew with that grace`;
}
