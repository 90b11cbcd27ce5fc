import type { Exchange } from "./grace.js";
import type { Reading } from "./metrics-text.js";
import { type Names, wordIn } from "./names.js";
import { foundWhileSettling } from "./settling-checks.js";

/**
 * How the metrics text of a drilled syncer is to be read: by its own names, and without what only a grace adds. What
 * it found while differences settled is taken off its counters, and the time that this took off its times, so that
 * a drill asks every syncer for the same numbers.
 *
 * @param shift how many ms later than the drill has it the last sync was.
 */
export function readingOf(
  names: Names | undefined,
  exchanges: readonly Exchange[],
  shift: number,
  prefix: string,
): Reading {
  const found = foundWhileSettling(exchanges);
  const times = [`${prefix}_last_ts`, `${prefix}_last_wall_ts`];
  return {
    wordOf: (label) => wordIn(names, label),
    numberOf: (value, name, label) => {
      if (times.includes(name)) return value === 0 ? 0 : value - shift;
      if (name !== `${prefix}_mismatches_total` || label === undefined) return value;
      return value - (found.get(label[1]) ?? 0);
    },
  };
}
