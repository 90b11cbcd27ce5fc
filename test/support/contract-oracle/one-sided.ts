import {
  allRows,
  exact,
  FIVE_MINUTES,
  type HistoryLine,
  identity,
  isImpossible,
  type Row,
} from "./history-line.js";

/** The rules that one answer breaks by itself. */
export function oneSided(line: HistoryLine): string[] {
  const rows = allRows(line);
  const surplus = rows.length - new Set(rows.map(identity)).size;
  const negative = rows.filter(({ qty }) => qty !== null && exact(qty) < 0n);
  return [
    ...Array.from({ length: surplus }, () => "duplicate_key"),
    ...negative.map(() => "negative_qty"),
    ...rows.filter(isImpossible).map(() => "impossible_fill"),
  ];
}

/** How many rows are older or less filled than they were in an earlier answer; those named twice in one of them are let be. */
export function rowsBack(now: HistoryLine, then: HistoryLine): number {
  return [...new Set(allRows(now).map(identity))].filter((key) => {
    const [row, again] = allRows(now).filter((each) => identity(each) === key);
    const [before, alsoBefore] = allRows(then).filter((each) => identity(each) === key);
    if (row === undefined || before === undefined || again !== undefined || alsoBefore !== undefined)
      return false;
    return less(saidTs(row, now.at), saidTs(before, then.at)) || less(saidFill(row), saidFill(before));
  }).length;
}

function saidTs({ ts }: Row, at: number): bigint | null {
  return typeof ts === "number" && ts <= at + FIVE_MINUTES ? BigInt(ts) : null;
}

function saidFill(row: Row): bigint | null {
  const filled = row.filled_qty ?? null;
  return filled === null || isImpossible(row) ? null : exact(filled);
}

function less(now: bigint | null, before: bigint | null): boolean {
  return now !== null && before !== null && now < before;
}
