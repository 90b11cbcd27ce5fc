import { compileGoRegexp } from "../go-regexp/go-regexp.js";
import { type LabelSet, labelOf } from "../labels.js";
import type { Matcher } from "../matchers/matcher.js";

const MOST_EDITS = 2;
const LONGEST_PATTERN = 200;

/**
 * How far a matcher that an alert does not fulfil is from being fulfilled: 1 where only case or blanks differ or the
 * pattern fits a part of the value, up to 3 for some letters, in the value or in the label's name. Undefined where it
 * is not near at all.
 */
export function likeness(matcher: Matcher, labels: LabelSet): number | undefined {
  const value = labelOf(labels, matcher.name);
  if (matcher.operator === "=~") return patternLikeness(matcher.value, value);
  if (matcher.operator !== "=") return undefined;
  if (value !== "") return textLikeness(matcher.value, value);
  const isRenamed = Object.entries(labels).some(
    ([name, other]) =>
      other === matcher.value && other !== "" && textLikeness(name, matcher.name) !== undefined,
  );
  return isRenamed ? 2 : undefined;
}

function patternLikeness(pattern: string, value: string): number | undefined {
  if (value === "" || pattern.length > LONGEST_PATTERN) return undefined;
  const loose = [`(?is:.*(?:${pattern}).*)`, `(?is:\\s*(?:${pattern})\\s*)`];
  if (loose.some((source) => compileGoRegexp(source).matches(value) === "yes")) return 1;
  const edits = pattern.split("|").map((branch) => textLikeness(branch, value));
  return edits.find((distance) => distance !== undefined);
}

function textLikeness(wanted: string, found: string): number | undefined {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, "");
  if (plain(wanted) === plain(found)) return 1;
  const edits = editsBetween(wanted, found);
  const isNear = edits <= MOST_EDITS && edits < Math.min(wanted.length, found.length) / 2;
  return isNear ? 1 + edits : undefined;
}

/** How many letters have to be put in, taken out, changed or swapped with the next; Infinity for more than a few. */
function editsBetween(a: string, b: string): number {
  return [0, 1, MOST_EDITS].find((edits) => isWithin(a, b, edits)) ?? Number.POSITIVE_INFINITY;
}

function isWithin(a: string, b: string, edits: number): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  if (restA === restB) return true;
  if (edits === 0) return false;
  const isSwapped = restA[0] === restB[1] && restA[1] === restB[0];
  return (
    isWithin(restA.slice(1), restB, edits - 1) ||
    isWithin(restA, restB.slice(1), edits - 1) ||
    isWithin(restA.slice(1), restB.slice(1), edits - 1) ||
    (isSwapped && isWithin(restA.slice(2), restB.slice(2), edits - 1))
  );
}
