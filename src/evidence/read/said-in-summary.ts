import { checksInLog } from "./checks-in-log.js";
import { countOf, type SaidResults, STATUSES, verdictOf } from "./said-results.js";

/** What its first line and its results line say, each in its own words. */
export function summaryAgainstItself(summary: string): string[] {
  const lines = resultsLines(summary);
  const heads = headLines(summary);
  return heads.some((head) => lines.some((line) => head !== headOf(line)))
    ? ["its first line and its results line do not say the same"]
    : [];
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function resultsLines(summary: string): Counts[] {
  const pattern = /^=== Results: ([0-9]{1,9}) passed, ([0-9]{1,9}) failed, ([0-9]{1,9}) skipped ===$/gm;
  return [...summary.matchAll(pattern)].map(([, passed, failed, skipped]) => ({
    passed: Number(passed),
    failed: Number(failed),
    skipped: Number(skipped),
  }));
}

function headLines(summary: string): string[] {
  const pattern =
    /^Account sync fire drill: (?:passed|failed), ([0-9]{1,9} of [0-9]{1,9}(?:, [0-9]{1,9} skipped)?)$/gm;
  return [...summary.matchAll(pattern)].map(([, counts = ""]) => counts);
}

function headOf({ passed, failed, skipped }: Counts): string {
  return `${passed} of ${passed + failed + skipped}${skipped === 0 ? "" : `, ${skipped} skipped`}`;
}

/** How many checks of a drill passed, by the summary and by the drill's log. */
export function summaryAgainstLogs(summary: string, logs: ReadonlyMap<string, string>): string[] {
  const pattern = /^Drill ([A-Z]): .*: ([0-9]{1,9}) of ([0-9]{1,9}) checks passed$/gm;
  return [...summary.matchAll(pattern)].flatMap(([, letter = "", passed, all]) => {
    const checks = checksInLog(logs.get(`drill_${letter.toLowerCase()}_log.txt`) ?? "");
    const count = checks.filter(({ status }) => status === "passed").length;
    const agrees = checks.length === 0 || (Number(passed) === count && Number(all) === checks.length);
    return agrees
      ? []
      : [`drill ${letter}: it says ${passed} of ${all}, the log ${count} of ${checks.length}`];
  });
}

/** The verdict, the counts and the reference, by the summary and by `results.json`. */
export function summaryAgainstResults(summary: string, results: SaidResults): string[] {
  const totals = Object.fromEntries(STATUSES.map((status) => [status, countOf(status, results)]));
  const other = resultsLines(summary).filter((line) =>
    STATUSES.some((status) => line[status] !== totals[status]),
  );
  const verdict = verdictOf(results);
  const heads = [...summary.matchAll(/^Account sync fire drill: (passed|failed)\b/gm)];
  const references = [...summary.matchAll(/^EVIDENCE_REF .*$/gm)].map(([line]) => line);
  return [
    ...other.map(({ passed, failed, skipped }) => {
      return `it says ${passed} passed, ${failed} failed, ${skipped} skipped, and results.json another count`;
    }),
    ...heads
      .filter(([, said]) => said !== verdict)
      .map(([, said]) => `it says ${said}, and results.json ${verdict}`),
    ...(references.every((line) => line === results.evidenceRef)
      ? []
      : ["its EVIDENCE_REF is not that of results.json"]),
  ];
}
