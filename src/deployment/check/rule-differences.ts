import type { ExpectedAlert } from "../pack.js";
import type { LoadedRule } from "../prometheus/prometheus-answers.js";
import { durationText, printedSeconds } from "../prometheus/prometheus-duration.js";

const AROUND = 28;

/** In what a loaded rule differs from the pack's, as `expected …, loaded …` lines; annotations page nobody and may differ. */
export function differences(alert: ExpectedAlert, rule: LoadedRule): string[] {
  return [...expressions(alert.expr, rule.query), ...durations(alert, rule), ...labels(alert, rule)];
}

const SELECTOR = /\{((?:\w+(?:=~|!~|!=|=)"(?:[^"\\]|\\.)*",?)*)\}/g;
const MATCHER = /\w+(?:=~|!~|!=|=)"(?:[^"\\]|\\.)*"/g;

// Prometheus prints an expression in its own way: other blanks, 15m for 900s, matchers in an order of its own.
function comparable(expression: string): string {
  return expression
    .replace(/\s+/g, "")
    .replace(/(?<=[[(:]|offset)(?:\d+(?:ms|[ywdhms]))+/g, (text) => `${printedSeconds(text) ?? text}s`)
    .replace(SELECTOR, (_, matchers: string) => `{${(matchers.match(MATCHER) ?? []).sort().join(",")}}`);
}

function expressions(expected: string, loaded: string): string[] {
  const [ours, theirs] = [comparable(expected), comparable(loaded)];
  if (ours === theirs) return [];
  const at = [...ours].findIndex((character, index) => character !== theirs[index]);
  const from = Math.max(0, (at < 0 ? ours.length : at) - AROUND);
  return [`expected ${excerpt(ours, from)}`, `loaded   ${excerpt(theirs, from)}`];
}

function excerpt(text: string, from: number): string {
  const end = from + 2 * AROUND;
  return `${from > 0 ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`;
}

function durations(alert: ExpectedAlert, rule: LoadedRule): string[] {
  const wait =
    alert.for === rule.for
      ? []
      : [`expected for: ${durationText(alert.for)}, loaded ${durationText(rule.for)}`];
  const { keepFiringFor } = rule;
  if (keepFiringFor === null || keepFiringFor === alert.keepFiringFor) return wait;
  return [
    ...wait,
    `expected keep_firing_for: ${durationText(alert.keepFiringFor)}, loaded ${durationText(keepFiringFor)}`,
  ];
}

function labels(alert: ExpectedAlert, rule: LoadedRule): string[] {
  const names = [...new Set([...Object.keys(alert.labels), ...Object.keys(rule.labels)])].sort();
  return names.flatMap((name) => {
    const [ours, theirs] = [alert.labels[name], rule.labels[name]];
    return ours === theirs ? [] : [`expected label ${shown(name, ours)}, loaded ${shown(name, theirs)}`];
  });
}

function shown(name: string, value: string | undefined): string {
  return value === undefined ? `no ${name}` : `${name}="${value}"`;
}
