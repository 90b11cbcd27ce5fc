import { isRecord } from "../../src/syncer/field-reader.js";

const DETECTED = ["Killed", "Timeout"];
const UNDETECTED = ["Survived", "NoCoverage"];

/**
 * How many mutants of Stryker's JSON report were noticed by a test, of those that could be. Those that Stryker
 * leaves out (`Ignored`, or no valid program) are in neither number.
 */
export function readMutationScore(report: string): { readonly killed: number; readonly all: number } {
  const statuses = statusesOf(JSON.parse(report));
  const killed = statuses.filter((status) => DETECTED.includes(status)).length;
  const survived = statuses.filter((status) => UNDETECTED.includes(status)).length;
  return { killed, all: killed + survived };
}

function statusesOf(report: unknown): string[] {
  if (!isRecord(report) || !isRecord(report.files)) throw new Error("not a report of Stryker");
  return Object.values(report.files).flatMap((file) => {
    if (!isRecord(file) || !Array.isArray(file.mutants)) throw new Error("not a file of Stryker's report");
    return file.mutants.filter(isRecord).map(({ status }) => String(status));
  });
}
