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
const DECIDING = { positions: ["symbol", "contracts"], open_orders: ["id", "symbol", "side", "amount"] };
const FILE_TS = 1_800_000_000_000;

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
    expect(findMismatches({ snapshot, lastTs: 0, knownOrderIds: known })).toEqual([]);
    expect(snapshot.positions.some(({ qty }) => isZero(qty))).toBe(false);
    expect(snapshot.openOrders).toHaveLength(wire.open_orders.length);
  });

  it("without it, syncs or is refused for that alone", () => {
    const rows = [...read().positions, ...read().openOrders];
    const isDated = rows.length === 0 || rows.some(({ ts }) => ts !== FILE_TS);
    if (isDated) expect(parseCcxt(wire).ts).toBeLessThan(FILE_TS);
    else expect(problemsOf(() => parseCcxt(wire))).toEqual([expect.stringMatching(/^timestamp: /)]);
  });

  it("survives canonical JSON", () => {
    const snapshot = read();
    expect(loadSnapshot(renderSnapshot(snapshot))).toStrictEqual(snapshot);
  });

  it("is refused by name where a field that decides a verdict is missing", () => {
    for (const [list, fields] of Object.entries(DECIDING)) {
      const rows = list === "positions" ? wire.positions : wire.open_orders;
      for (const [index, row] of rows.entries()) {
        for (const field of fields) {
          const damaged = rows.with(index, { ...row, [field]: undefined });
          const problems = problemsOf(() => parseCcxt({ ...wire, timestamp: FILE_TS, [list]: damaged }));
          expect(problems).toEqual([expect.stringContaining(`${list}[${index}].${field}: expected `)]);
        }
      }
    }
  });
});
