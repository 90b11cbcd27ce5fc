import { type KnownPosition, type PositionRow, positionKey } from "../rows.js";
import type { Difference } from "./finding.js";

type Sized = Pick<PositionRow, "instrument" | "side" | "marginMode" | "qty">;

/** Where the sizes differ for a symbol and side, and for a margin mode where both sides say it. */
export function positionDifferences(
  theirs: readonly PositionRow[],
  ours: readonly KnownPosition[],
): Difference[] {
  const unsaid = new Set([...theirs, ...ours].filter(({ marginMode }) => marginMode === null).map(sideKey));
  const balance = new Map<string, number>();
  const add = (row: Sized, lots: number) => {
    const key = unsaid.has(sideKey(row)) ? sideKey(row) : positionKey(row);
    balance.set(key, (balance.get(key) ?? 0) + lots);
  };
  for (const row of theirs) add(row, row.qty);
  for (const row of ours) add(row, -row.qty);
  return [...balance].flatMap(([key, lots]) =>
    lots === 0 ? [] : [{ rule: "position_mismatch", row: `position ${key}`, amount: String(lots) } as const],
  );
}

/** Symbol and side: where one of the two does not say a mode, all modes count together. */
function sideKey({ instrument, side }: Sized): string {
  return positionKey({ instrument, side, marginMode: null });
}
