import { printable } from "../../syncer/printable.js";
import { checksInLog } from "./checks-in-log.js";
import { summaryAgainstItself, summaryAgainstLogs, summaryAgainstResults } from "./said-in-summary.js";
import {
  countOf,
  type SaidCheck,
  type SaidDrill,
  type SaidResults,
  STATUSES,
  saidResults,
  verdictOf,
} from "./said-results.js";

/** A file of evidence that says something else than another, and what. */
export interface Contradiction {
  readonly name: string;
  readonly what: string;
}

const SPEAKING = /^(?:summary\.txt|results\.json|junit\.xml|drill_[^/]*_log\.txt)$/;

/** Whether a file says in words what came out, so that it can contradict another. */
export function saysWhatCameOut(name: string): boolean {
  return SPEAKING.test(name);
}

/**
 * Where files of evidence contradict each other: `results.json` itself, the summary, the report for CI systems and the
 * logs of the drills. Each is read for what it says alone, in time that grows with its size.
 *
 * @param texts of the files that {@link saysWhatCameOut}.
 * @param present the names of all files.
 */
export function contradictions(
  texts: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): Contradiction[] {
  const summary = texts.get("summary.txt") ?? "";
  const results = saidResults(texts.get("results.json") ?? "");
  const logs = new Map([...texts].filter(([name]) => name.endsWith("_log.txt")));
  return [
    ...named("summary.txt", [...summaryAgainstItself(summary), ...summaryAgainstLogs(summary, logs)]),
    ...(results === null ? [] : againstResults(results, texts, present)),
  ];
}

function againstResults(
  results: SaidResults,
  texts: ReadonlyMap<string, string>,
  present: ReadonlySet<string>,
): Contradiction[] {
  return [
    ...named("results.json", [...resultsAgainstThemselves(results), ...missingFiles(results, present)]),
    ...named("summary.txt", summaryAgainstResults(texts.get("summary.txt") ?? "", results)),
    ...named("junit.xml", junitAgainstResults(texts.get("junit.xml"), results)),
    ...results.drills.flatMap((drill) => {
      const name = `drill_${drill.id}_log.txt`;
      return named(name, logAgainstResults(texts.get(name), drill));
    }),
  ];
}

function named(name: string, whats: readonly string[]): Contradiction[] {
  return whats.map((what) => ({ name, what }));
}

function resultsAgainstThemselves(results: SaidResults): string[] {
  const wrong = STATUSES.filter((status) => results.totals[status] !== countOf(status, results));
  const verdict = verdictOf(results);
  return [
    ...wrong.map((status) => `its total of ${status} checks is not that of its checks`),
    ...(results.result === verdict ? [] : [`its result is not ${verdict}, as its checks say`]),
  ];
}

function missingFiles({ drills }: SaidResults, present: ReadonlySet<string>): string[] {
  return drills
    .flatMap(({ files }) => files)
    .filter((name) => !present.has(name))
    .map((name) => `it names ${printable(name)}, which is not there`);
}

function junitAgainstResults(junit: string | undefined, results: SaidResults): string[] {
  const pattern =
    /<testsuites name="account-sync-drill" tests="([0-9]{1,9})" failures="([0-9]{1,9})" skipped="([0-9]{1,9})">/;
  const [found, tests, failures, skipped] = pattern.exec(junit ?? "") ?? [];
  if (found === undefined) return [];
  const all = results.drills.reduce((sum, { checks }) => sum + checks.length, 0);
  const agrees =
    Number(tests) === all &&
    Number(failures) === countOf("failed", results) &&
    Number(skipped) === countOf("skipped", results);
  return agrees ? [] : ["its counts are not those of results.json"];
}

// The log of a drill in which the syncer broke off holds no checks: then none of them can have passed.
function logAgainstResults(log: string | undefined, { proven, checks }: SaidDrill): string[] {
  if (log === undefined) return [];
  const logged = checksInLog(log);
  const claimed = logged.length > 0 ? checks : checks.filter(({ status }) => status === "passed");
  const marker = /^drill_[^\s:]+_PROVEN: .*$/m.exec(log)?.[0] ?? null;
  return [
    ...(same(logged, claimed) ? [] : ["its checks are not those of results.json"]),
    ...(marker === (proven === null ? null : printable(proven))
      ? []
      : ["results.json has another PROVEN marker"]),
  ];
}

function same(logged: readonly SaidCheck[], claimed: readonly SaidCheck[]): boolean {
  return (
    logged.length === claimed.length &&
    logged.every(({ label, status }, index) => {
      const claim = claimed[index];
      return claim !== undefined && label === printable(claim.label) && status === claim.status;
    })
  );
}
