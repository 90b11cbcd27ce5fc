import { casesOf } from "../support/cases-of.js";
import { row } from "./row.js";

/** A row whose figure is what became of the cases of test files that `npm test` runs too. */
export function casesRow(id: Parameters<typeof row>[0], files: readonly string[]): void {
  row(id, async () => {
    const { passed, all, others } = await casesOf(files);
    const figure = `${passed} of ${all} cases`;
    return {
      figure: others.length === 0 ? figure : `${figure}; not: ${others.join(", ")}`,
      isReached: all > 0 && others.length === 0,
    };
  });
}
