import type { SyncReply } from "../drill/drilled-syncer.js";
import { MISMATCH_RULES } from "../syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../syncer/sync-result.js";
import type { Fed, Process } from "./feed.js";
import type { Expected } from "./model/finding.js";

/** Where a reply is not what it must be. */
export interface Deviation {
  /** From 0. */
  readonly sync: number;
  /** What tells one kind of mistake from another: shrinking must not slip from one to the next. */
  readonly kind: string;
  /** In words, with the row. */
  readonly text: string;
}

/** What is wrong with the replies to a row of syncs; at most one thing of a kind for each sync. */
export function deviationsOf(replies: readonly SyncReply[], expected: readonly Expected[]): Deviation[] {
  return expected.flatMap((wanted, sync) => {
    const reply = replies[sync];
    if (reply === undefined) return [{ sync, kind: "no reply", text: "no reply" }];
    return [...findingsOff(reply, wanted), ...restOff(reply, wanted)].map((off) => ({ sync, ...off }));
  });
}

type Off = Omit<Deviation, "sync">;

function findingsOff({ mismatches }: SyncReply, { findings }: Expected): Off[] {
  const rules = new Set([...mismatches.map(({ rule }) => rule), ...findings.map(({ rule }) => rule)]);
  return [...rules].flatMap((rule): Off[] => {
    const said = mismatches.filter((mismatch) => mismatch.rule === rule);
    const wanted = findings.filter((finding) => finding.rule === rule);
    if (said.length === wanted.length) return [];
    const counts = `${rule} ${said.length} times, not ${wanted.length}`;
    return said.length > wanted.length
      ? [{ kind: `false ${rule}`, text: `${counts}: ${said.map(({ detail }) => detail).join("; ")}` }]
      : [{ kind: `missed ${rule}`, text: `${counts}: ${wanted.map(({ row }) => row).join("; ")}` }];
  });
}

function restOff(reply: SyncReply, { findings, error, lastTs }: Expected): Off[] {
  const ok = findings.length === 0 && error === null;
  const said = { error: reply.error, ok: reply.ok, last_ts: reply.lastTs };
  const wanted = { error, ok, last_ts: lastTs };
  return (["error", "ok", "last_ts"] as const).flatMap((kind) =>
    said[kind] === wanted[kind] ? [] : [{ kind, text: `${kind} ${said[kind]}, not ${wanted[kind]}` }],
  );
}

/** The counters of each process that do not say how often each rule was found, and how often each reason met. */
export function countersOff({ processes }: Fed, expected: readonly Expected[], prefix: string): Deviation[] {
  return processes.flatMap((life) => {
    const syncs = expected.slice(life.from, life.to);
    const rules = MISMATCH_RULES.map((rule) => {
      const found = syncs.reduce(
        (sum, { findings }) =>
          sum +
          timesOf(
            rule,
            findings.map((each) => each.rule),
          ),
        0,
      );
      return counterOff(life, `${prefix}_mismatches_total`, ["rule", rule], found);
    });
    const reasons = FETCH_ERROR_REASONS.map((reason) => {
      const met = timesOf(
        reason,
        syncs.map(({ error }) => error),
      );
      return counterOff(life, `${prefix}_errors_total`, ["reason", reason], met);
    });
    return [...rules, ...reasons].flat();
  });
}

function counterOff(
  { metrics, to }: Process,
  series: string,
  label: readonly [string, string],
  wanted: number,
): Deviation[] {
  const said = metrics.valueOf(series, label);
  if (said === String(wanted)) return [];
  const text = `${series}{${label[0]}="${label[1]}"} ${said}, not ${wanted}`;
  return [{ sync: to - 1, kind: `counter ${label[1]}`, text }];
}

function timesOf<T>(wanted: T, all: readonly T[]): number {
  return all.filter((one) => one === wanted).length;
}
