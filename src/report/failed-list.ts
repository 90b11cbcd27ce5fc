import { checkName } from "../drill/expected-failures.js";
import type { DrillReport } from "../drill/results.js";

/** The names of the checks that failed, as `--expected-failures` takes them; empty where none did. */
export function renderFailedList({ drills, brokeOff }: DrillReport): string {
  const names = drills.flatMap(({ id, checks }) =>
    checks.filter(({ status }) => status === "failed").map(({ label }) => checkName(id, label)),
  );
  if (names.length === 0 || brokeOff !== null) return "";
  const head =
    "# The checks that failed. A copy of this is what --expected-failures takes, until they are mended.";
  return `${[head, ...names].join("\n")}\n`;
}
