import { type Names, wordIn } from "../drill/names.js";
import type { DrillResult } from "../drill/results.js";
import { type ExposedSeries, scrapedSeries } from "../rules/exposed-series.js";
import type { TestCase } from "../rules/promtool-test.js";
import { type MismatchRule, RULES, ruleRow } from "../syncer/mismatch-rules.js";

/** How often drill F lets Prometheus scrape and evaluate, in seconds. */
export const SCRAPE_SECONDS = 30;
/** The scrape that first shows the mismatch. */
export const SHOWN_SECONDS = 900;
const END_SECONDS = 1800;
/** The drill whose account is clean. */
const CLEAN_DRILL = "a";
/** How the case without a mismatch is called. */
export const CLEAN_ACCOUNT = "clean account";

/** What promtool is fed for one rule, or for none: the account stays clean, then this rule's series move. */
export interface AlertCase extends TestCase {
  readonly rule: MismatchRule | null;
}

/** The rules that one of these drills proves, in the rules' order: those whose alert can be asked for. */
export function rulesProvenBy(drills: readonly { readonly id: string }[]): readonly MismatchRule[] {
  const ids = new Set(drills.map(({ id }) => id));
  return RULES.filter(({ provenBy }) => ids.has(provenBy)).map(({ name }) => name);
}

/** The letters of the drills that the alerts of these rules are asked with, in the order of the alphabet. */
export function drillsThatAlert(rules: readonly MismatchRule[]): readonly string[] {
  return [...new Set([CLEAN_DRILL, ...rules.map((rule) => ruleRow(rule).provenBy)])].sort();
}

/**
 * The clean account, and each rule by itself, of the metrics texts that the drills of this run really produced. A case
 * whose text is missing is left out.
 */
export function alertCases(drills: readonly DrillResult[], names?: Names): AlertCase[] {
  const cleanText = metricsTextOf(drills, CLEAN_DRILL);
  if (cleanText === undefined) return [];
  const clean = scrapedSeries(cleanText);
  const faulty = faultySeries(drills, names).map(([rule, series]) => caseOf(rule, clean, series));
  return [caseOf(null, clean, clean), ...faulty];
}

/** What promtool is fed for one rule whose mismatch the first scrape of a process shows already. */
export interface MissedCase extends TestCase {
  readonly rule: MismatchRule;
}

/** Each rule by itself, found before anything was scraped: no counter is ever seen to move. */
export function missedCases(drills: readonly DrillResult[], names?: Names): MissedCase[] {
  return faultySeries(drills, names).map(([rule, series]) => ({
    ...caseOf(rule, series, series),
    rule,
    name: `${rule} before the first scrape`,
  }));
}

/** For each rule that these drills prove, the clean account's series with this rule's own as its drill left them. */
function faultySeries(
  drills: readonly DrillResult[],
  names: Names | undefined,
): (readonly [MismatchRule, ExposedSeries])[] {
  const cleanText = metricsTextOf(drills, CLEAN_DRILL);
  if (cleanText === undefined) return [];
  const clean = scrapedSeries(cleanText);
  return rulesProvenBy(drills).flatMap((rule) => {
    const text = metricsTextOf(drills, ruleRow(rule).provenBy);
    const word = wordIn(names, ["rule", rule]);
    return text === undefined ? [] : [[rule, onlyRule(word, scrapedSeries(text), clean)] as const];
  });
}

function metricsTextOf(drills: readonly DrillResult[], id: string): string | undefined {
  return drills.find((drill) => drill.id === id)?.files.get(`drill_${id}_metrics.txt`);
}

// Drill B injects two faults at once; what is asked here is whether one alone rings.
function onlyRule(word: string, faulty: ExposedSeries, clean: ExposedSeries): ExposedSeries {
  const own = [...faulty].filter(([series]) => series.includes(`rule="${word}"`));
  return new Map([...clean, ...own]);
}

function caseOf(rule: MismatchRule | null, before: ExposedSeries, after: ExposedSeries): AlertCase {
  const times = Array.from({ length: END_SECONDS / SCRAPE_SECONDS + 1 }, (_, at) => at * SCRAPE_SECONDS);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return {
    rule,
    name: rule ?? CLEAN_ACCOUNT,
    scrapeSeconds: SCRAPE_SECONDS,
    series: names.map((series) => ({
      series,
      values: times.map((seconds) => (seconds < SHOWN_SECONDS ? before : after).get(series) ?? null),
    })),
    probes: times,
  };
}
