import { DrillError } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import type { Settle } from "../syncer/settling.js";

const MOST_SYNCS = 100;
const MOST_MS = 3_600_000;

/** What is wrong with a grace that no drill can wait for; null where nothing is. */
export function settleProblem({ syncs, ms }: Settle): string | null {
  const isWhole = Number.isSafeInteger(syncs) && Number.isSafeInteger(ms);
  if (isWhole && syncs >= 1 && syncs <= MOST_SYNCS && ms >= 0 && ms <= MOST_MS) return null;
  return `expected 1 to ${MOST_SYNCS} syncs and 0 to ${MOST_MS} ms, got ${syncs} and ${ms}`;
}

/**
 * Reads `syncs=3,ms=10000`; what is not named is 1 and 0.
 *
 * @param option named in the message.
 * @throws DrillError `usage`.
 */
export function parseSettle(option: string, text: string): Settle {
  const parts = text.split(",").map((part) => {
    const [, name = "", number = ""] = /^ *(syncs|ms)=([0-9]{1,9}) *$/.exec(part) ?? [];
    if (name !== "") return [name, Number(number)] as const;
    throw new DrillError("usage", `${option}: expected syncs=N,ms=N, got ${quoted(part)}`);
  });
  const settle: Settle = { syncs: 1, ms: 0, ...Object.fromEntries(parts) };
  const problem = settleProblem(settle);
  if (problem === null) return settle;
  throw new DrillError("usage", `${option}: ${problem}`);
}
