import type { Settle } from "../syncer/settling.js";

const MOST_SYNCS = 100;
const MOST_MS = 3_600_000;

/** What is wrong with a grace that no drill can wait for; null where nothing is. */
export function settleProblem({ syncs, ms }: Settle): string | null {
  const isWhole = Number.isSafeInteger(syncs) && Number.isSafeInteger(ms);
  if (isWhole && syncs >= 1 && syncs <= MOST_SYNCS && ms >= 0 && ms <= MOST_MS) return null;
  return `expected 1 to ${MOST_SYNCS} syncs and 0 to ${MOST_MS} ms, got ${syncs} and ${ms}`;
}
