import type { InhibitRule } from "../configuration/configuration.js";
import type { ActiveAlert, Inhibition, Moment } from "../judgement.js";
import { type LabelSet, labelOf } from "../labels.js";
import { allOf, type Match, opposite } from "../match.js";
import { doubts, fulfilsAll } from "../matchers/matcher.js";

/**
 * The rules that inhibit an alert, each with the first alert that makes it hold. An alert that matches both sides of a
 * rule is inhibited only by alerts that match its source side alone, so never by itself.
 */
export function inhibitionsOf(
  labels: LabelSet,
  rules: readonly InhibitRule[],
  { activeAlerts, now }: Moment,
): { readonly inhibitedBy: readonly Inhibition[]; readonly cannotTell: readonly string[] } {
  const firing = activeAlerts.filter(({ endsAt }) => endsAt > now);
  const inhibitedBy: Inhibition[] = [];
  const cannotTell: string[] = [];
  for (const rule of rules) {
    const found = firing.map((by) => ({ by, match: inhibits(rule, by.labels, labels) }));
    const certain = found.find(({ match }) => match === "yes");
    if (certain !== undefined) inhibitedBy.push({ rule: rule.path, by: certain.by });
    else
      cannotTell.push(
        ...found.flatMap(({ by, match }) => (match === "no" ? [] : doubtsOf(rule, by, labels))),
      );
  }
  return { inhibitedBy, cannotTell: [...new Set(cannotTell)] };
}

function inhibits({ source, target, equal }: InhibitRule, by: LabelSet, labels: LabelSet): Match {
  if (equal.some((name) => labelOf(by, name) !== labelOf(labels, name))) return "no";
  const hasTwoSides = allOf([fulfilsAll(labels, source), fulfilsAll(by, target)]);
  return allOf([fulfilsAll(labels, target), fulfilsAll(by, source), opposite(hasTwoSides)]);
}

function doubtsOf(
  { source, target, path }: InhibitRule,
  { labels: by }: ActiveAlert,
  labels: LabelSet,
): string[] {
  return [by, labels].flatMap((side) => doubts(side, [...source, ...target], path));
}
