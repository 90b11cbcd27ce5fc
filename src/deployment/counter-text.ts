import { BrokenAnswer } from "./http/answer.js";
import type { Labels } from "./server-fields.js";

/** The samples of a server's own /metrics. */
export interface CounterText {
  /** The sum over all samples of a name whose labels hold these; null where there is none. */
  sum(name: string, labels?: Labels): number | null;
  /** The values of one label, over all samples of a name. */
  values(name: string, label: string): readonly string[];
}

interface Line {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})?\s+(\S+)(?:\s+-?\d+)?\s*$/;
const LABEL = /(?<![a-zA-Z0-9_])([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;
// What an audit reads of a server's own metrics. A Prometheus has thousands more.
const NEEDED = /^(?:prometheus_notifications_|prometheus_rule_group_iterations_missed_|alertmanager_)/;

/** Reads a metrics text; text that is none is refused. */
export function counterText(text: string): CounterText {
  if (!/^# (?:HELP|TYPE) /m.test(text))
    throw new BrokenAnswer({ kind: "odd", why: "answered text that is no metrics" });
  const lines = text
    .split("\n")
    .filter((line) => NEEDED.test(line))
    .flatMap(readLine);
  const matching = (name: string, labels: Labels) =>
    lines.filter(
      (line) =>
        line.name === name && Object.entries(labels).every(([label, value]) => line.labels[label] === value),
    );
  return {
    sum(name, labels = {}) {
      const found = matching(name, labels);
      return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
    },
    values: (name, label) => [...new Set(matching(name, {}).flatMap(({ labels }) => labels[label] ?? []))],
  };
}

function readLine(line: string): Line[] {
  const [, name, labels = "", value] = SAMPLE.exec(line) ?? [];
  if (name === undefined || value === undefined || Number.isNaN(Number(value))) return [];
  const pairs = [...labels.matchAll(LABEL)].map(([, key = "", text = ""]) => [key, unescaped(text)] as const);
  return [{ name, labels: Object.fromEntries(pairs), value: Number(value) }];
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));
}
