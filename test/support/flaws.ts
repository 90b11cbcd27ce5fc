import type { SyncReply } from "../../src/drill/drilled-syncer.js";
import { PREFIX } from "./fire-drill-run.js";

type Finding = SyncReply["mismatches"][number];

/** A reply whose findings are others; its verdict follows them. */
export function refound(change: (found: readonly Finding[]) => readonly Finding[]) {
  return (reply: SyncReply): SyncReply => {
    const mismatches = change(reply.mismatches);
    return { ...reply, mismatches, ok: mismatches.length === 0 && reply.error === null };
  };
}

/** A reply that leaves out what one rule found. */
export function without(rule: string) {
  return refound((found) => found.filter((finding) => finding.rule !== rule));
}

/** A metrics text in which every value of one metric is another. */
export function revalued(name: string, change: (value: number) => number) {
  const sample = new RegExp(`^(${PREFIX}_${name}(?:\\{.*\\})?) (\\S+)$`, "gm");
  return (text: string): string =>
    text.replace(sample, (_line, series: string, value: string) => `${series} ${change(Number(value))}`);
}

/** A metrics text in which one series of a labelled metric stays at 0. */
export function uncounted(name: string, label: string, value: string) {
  return (text: string): string =>
    text.replace(new RegExp(`^(${PREFIX}_${name}\\{${label}="${value}"\\}) .*$`, "m"), "$1 0");
}

/** A metrics text without the lines that match. */
export function linesWithout(pattern: RegExp) {
  return (text: string): string =>
    text
      .split("\n")
      .filter((line) => !pattern.test(line))
      .join("\n");
}

/** A text in which one word stands for another. */
export function renamed(from: string, to: string) {
  return (text: string): string => text.replaceAll(from, to);
}
