import { settleProblem } from "../drill/settle-problem.js";
import { DrillError } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import type { Settle } from "../syncer/settling.js";

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
