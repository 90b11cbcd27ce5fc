import { describe, expect, it } from "vitest";
import { renderSnapshot } from "../../src/syncer/canonical-snapshot.js";
import { isZero } from "../../src/syncer/decimal.js";
import { findMismatches } from "../../src/syncer/mismatch-rules.js";
import { parseCcxt } from "../../src/syncer/parse-ccxt.js";
import { loadSnapshot } from "../../src/syncer/parse-snapshot.js";
import { readRecordings } from "../support/exchange-recordings.js";
import { leftOut } from "../support/left-out.js";
import { problemsOf } from "../support/refusal.js";

const RECORDINGS = readRecordings();
const isMissing = leftOut(RECORDINGS.length === 0, "recorded exchange payloads", "../shared is missing");
const DECIDING = [
  { list: "positions", field: "symbol" },
  { list: "positions", field: "contracts" },
  { list: "open_orders", field: "id" },
  { list: "open_orders", field: "symbol" },
  { list: "open_orders", field: "side" },
] as const;
const FILE_TS = 1_800_000_000_000;

function isOpen({ status }: Readonly<Record<string, unknown>>): boolean {
  return !/^(?:closed|canceled|expired|rejected)$/.test(String(status));
}

it.skipIf(isMissing)("recordings of ten exchanges, of positions and of orders, are tested", () => {
  expect(new Set(RECORDINGS.map(({ exchange }) => exchange)).size).toBe(10);
  expect(RECORDINGS.filter(({ wire }) => wire.positions.length > 0).length).toBeGreaterThan(10);
  expect(RECORDINGS.filter(({ wire }) => wire.open_orders.length > 0).length).toBeGreaterThan(10);
});

describe.each(RECORDINGS)("$name", ({ wire }) => {
  const read = () => parseCcxt({ ...wire, timestamp: FILE_TS });

  it("syncs with the file's timestamp and raises no false finding", () => {
    const snapshot = read();
    const known = new Set(snapshot.openOrders.map(({ orderId }) => orderId));
    const told = { knownOrders: snapshot.openOrders, knownPositions: snapshot.positions };
    const input = { snapshot, lastTs: 0, knownOrderIds: known, now: FILE_TS };
    expect(findMismatches(input)).toEqual([]);
    expect(findMismatches({ ...input, ...told })).toEqual([]);
    expect(snapshot.ts).toBe(FILE_TS);
    expect(snapshot.positions.some(({ qty }) => isZero(qty))).toBe(false);
    expect(snapshot.openOrders).toHaveLength(wire.open_orders.filter(isOpen).length);
  });

  it("without it, syncs or is refused for that alone", () => {
    const rows = [...read().positions, ...read().openOrders];
    const times = rows.flatMap(({ ts }) => ts ?? []);
    if (times.length > 0 || rows.length === 0) expect(parseCcxt(wire).ts).toBe(Math.max(0, ...times));
    else expect(problemsOf(() => parseCcxt(wire))).toEqual([expect.stringMatching(/^timestamp: /)]);
  });

  it("survives canonical JSON", () => {
    const snapshot = read();
    expect(loadSnapshot(renderSnapshot(snapshot))).toStrictEqual(snapshot);
  });

  it.each(DECIDING)("is refused by name where the $field of a row of $list is missing", ({ list, field }) => {
    for (const [index, row] of wire[list].entries()) {
      if (!isOpen(row)) continue;
      const damaged = wire[list].with(index, { ...row, [field]: undefined });
      const problems = problemsOf(() => parseCcxt({ ...wire, timestamp: FILE_TS, [list]: damaged }));
      expect(problems).toEqual([expect.stringContaining(`${list}[${index}].${field}: expected `)]);
    }
  });
});
