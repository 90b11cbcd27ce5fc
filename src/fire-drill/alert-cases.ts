import { type ExposedSeries, scrapedSeries } from "../rules/exposed-series.js";
import type { TestCase } from "../rules/promtool-test.js";
import { MISMATCH_RULES, type MismatchRule } from "../syncer/contracts.js";

/** How often drill F lets Prometheus scrape and evaluate, in seconds. */
export const SCRAPE_SECONDS = 30;
/** The scrape that first shows the mismatch. */
export const SHOWN_SECONDS = 900;
const END_SECONDS = 1800;
const CLEAN_DRILL = "a";

/** The drill whose metrics text shows each rule's mismatch. */
const DRILL_OF: Readonly<Record<MismatchRule, string>> = {
  duplicate_key: "b",
  negative_qty: "b",
  orphan_order: "c",
  ts_regression: "d",
};

/** What promtool is fed for one rule, or for none: the account stays clean, then this rule's series move. */
export interface AlertCase extends TestCase {
  readonly rule: MismatchRule | null;
}

/**
 * The clean account, and each rule by itself, of the metrics texts that the drills really produced. A case whose
 * text is missing is left out.
 *
 * @param textOf the metrics text of a drill, by its letter.
 */
export function alertCases(textOf: (drill: string) => string | undefined): AlertCase[] {
  const cleanText = textOf(CLEAN_DRILL);
  if (cleanText === undefined) return [];
  const clean = scrapedSeries(cleanText);
  const faulty = MISMATCH_RULES.flatMap((rule) => {
    const text = textOf(DRILL_OF[rule]);
    return text === undefined ? [] : [caseOf(rule, clean, onlyRule(rule, scrapedSeries(text), clean))];
  });
  return [caseOf(null, clean, clean), ...faulty];
}

// Drill B injects two faults at once; what is asked here is whether one alone rings.
function onlyRule(rule: MismatchRule, faulty: ExposedSeries, clean: ExposedSeries): ExposedSeries {
  const own = [...faulty].filter(([series]) => series.includes(`rule="${rule}"`));
  return new Map([...clean, ...own]);
}

function caseOf(rule: MismatchRule | null, before: ExposedSeries, after: ExposedSeries): AlertCase {
  const times = Array.from({ length: END_SECONDS / SCRAPE_SECONDS + 1 }, (_, at) => at * SCRAPE_SECONDS);
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return {
    rule,
    name: rule ?? "clean account",
    scrapeSeconds: SCRAPE_SECONDS,
    series: names.map((series) => ({
      series,
      values: times.map((seconds) => (seconds < SHOWN_SECONDS ? before : after).get(series) ?? null),
    })),
    probes: times,
  };
}
