import { describe, expect, it } from "vitest";
import { decimal } from "../../../src/syncer/decimal.js";
import type { KnownPosition } from "../../../src/syncer/known.js";
import { type Fields, wirePosition } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

const OURS: KnownPosition = { symbol: "BTCUSDT", side: "LONG", qty: "0.5" };

/** The lines of a position's mismatches, without the words that all of them share. */
function found(rows: readonly Fields[], positions: readonly KnownPosition[]): string[] {
  const lines = foundByRules({ positions: rows.map((row) => wirePosition(row)) }, { known: { positions } });
  return lines
    .filter((line) => line.startsWith("position_mismatch"))
    .map((line) => line.replace("position_mismatch: position ", ""));
}

describe("position_mismatch", () => {
  it.each([
    {
      name: "another size",
      rows: [{ qty: "0.7" }],
      ours: [OURS],
      lines: ['"BTCUSDT" LONG: we said 0.5; the exchange says 0.7'],
    },
    {
      name: "one of ours that is gone",
      rows: [],
      ours: [OURS],
      lines: ['"BTCUSDT" LONG: we said 0.5; the exchange says flat'],
    },
    {
      name: "one that is not ours",
      rows: [{}],
      ours: [],
      lines: ['"BTCUSDT" LONG: we said flat; the exchange says 0.5'],
    },
    {
      name: "a flip, which is two",
      rows: [{ side: "SHORT" }],
      ours: [OURS],
      lines: [
        '"BTCUSDT" LONG: we said 0.5; the exchange says flat',
        '"BTCUSDT" SHORT: we said flat; the exchange says 0.5',
      ],
    },
    {
      name: "a leg of a hedge",
      rows: [{}],
      ours: [OURS, { ...OURS, side: "SHORT" }],
      lines: ['"BTCUSDT" SHORT: we said 0.5; the exchange says flat'],
    },
    {
      name: "BOTH beside LONG, a side of its own",
      rows: [{ side: "BOTH" }],
      ours: [OURS],
      lines: [
        '"BTCUSDT" LONG: we said 0.5; the exchange says flat',
        '"BTCUSDT" BOTH: we said flat; the exchange says 0.5',
      ],
    },
    {
      name: "the last digit beyond a float",
      rows: [{ qty: "9007199254740992" }],
      ours: [{ ...OURS, qty: "9007199254740993" }],
      lines: ['"BTCUSDT" LONG: we said 9007199254740993; the exchange says 9007199254740992'],
    },
  ] satisfies readonly { name: string; rows: Fields[]; ours: KnownPosition[]; lines: string[] }[])(
    "$name",
    ({ rows, ours, lines }) => {
      expect(found(rows, ours)).toEqual(lines);
    },
  );

  it.each([
    { name: "another notation", rows: [{ qty: "0.500" }], ours: [OURS] },
    { name: "a Decimal", rows: [{}], ours: [{ ...OURS, qty: decimal("0.50") }] },
    { name: "a row of size zero, which is flat", rows: [{}, { symbol: "ETH", qty: "0.00" }], ours: [OURS] },
    {
      name: "a position of ours of size zero",
      rows: [{}],
      ours: [OURS, { ...OURS, symbol: "ETH", qty: "0" }],
    },
    {
      name: "BOTH by magnitude",
      rows: [{ side: "BOTH", qty: "-2" }],
      ours: [{ ...OURS, side: "BOTH", qty: "2" }],
    },
    {
      name: "BOTH by our magnitude",
      rows: [{ side: "BOTH", qty: "2" }],
      ours: [{ ...OURS, side: "BOTH", qty: "-2.0" }],
    },
    { name: "nothing on either side", rows: [], ours: [] },
    {
      name: "parts of one position that we told apart",
      rows: [{}],
      ours: [
        { ...OURS, qty: "0.2" },
        { ...OURS, qty: "0.3" },
      ],
    },
  ] satisfies readonly { name: string; rows: Fields[]; ours: KnownPosition[] }[])(
    "is silent of $name",
    ({ rows, ours }) => {
      expect(found(rows, ours)).toEqual([]);
    },
  );

  it("LONG below zero is another size, not a magnitude", () => {
    expect(found([{ qty: "-0.5" }], [OURS])).toHaveLength(1);
  });

  it("looks at the first of rows that share an identity", () => {
    expect(found([{}, { qty: "9" }], [OURS])).toEqual([]);
    expect(found([{ qty: "9" }, {}], [OURS])).toHaveLength(1);
  });

  it("is not looked for where positions are not told", () => {
    expect(foundByRules({}, { known: { orderIds: ["ord_1"] } })).toEqual([]);
    expect(foundByRules({}, { known: { orderIds: ["ord_1"], positions: null } })).toEqual([]);
  });
});

describe("margin modes", () => {
  const [cross, isolated] = [
    { margin_mode: "CROSS", qty: "2" },
    { margin_mode: "ISOLATED", qty: "3" },
  ];
  const held = (qty: string, marginMode?: "CROSS" | "ISOLATED"): KnownPosition => ({
    ...OURS,
    qty,
    marginMode,
  });

  it.each([
    {
      name: "both say both",
      rows: [cross, isolated],
      ours: [held("2", "CROSS"), held("3", "ISOLATED")],
      lines: [],
    },
    {
      name: "both say both, swapped",
      rows: [cross, isolated],
      ours: [held("3", "CROSS"), held("2", "ISOLATED")],
      lines: [
        '"BTCUSDT" LONG CROSS: we said 3; the exchange says 2',
        '"BTCUSDT" LONG ISOLATED: we said 2; the exchange says 3',
      ],
    },
    {
      name: "one each, and not the same",
      rows: [cross],
      ours: [held("2", "ISOLATED")],
      lines: [
        '"BTCUSDT" LONG CROSS: we said flat; the exchange says 2',
        '"BTCUSDT" LONG ISOLATED: we said 2; the exchange says flat',
      ],
    },
    { name: "we say none: all modes are added", rows: [cross, isolated], ours: [held("5")], lines: [] },
    {
      name: "we say none, and the sum is another",
      rows: [cross, isolated],
      ours: [held("4")],
      lines: ['"BTCUSDT" LONG: we said 4; the exchange says 5'],
    },
    { name: "we say none, of one mode", rows: [isolated], ours: [held("3")], lines: [] },
    { name: "the exchange says none", rows: [{ qty: "2" }], ours: [held("2", "CROSS")], lines: [] },
    {
      name: "the exchange says none, we say both",
      rows: [{ qty: "5" }],
      ours: [held("2", "CROSS"), held("3", "ISOLATED")],
      lines: [],
    },
    {
      name: "the exchange says none, another size",
      rows: [{ qty: "2" }],
      ours: [held("3", "CROSS")],
      lines: ['"BTCUSDT" LONG: we said 3; the exchange says 2'],
    },
    { name: "neither says one, beside a mode", rows: [{ qty: "1" }, cross], ours: [held("3")], lines: [] },
  ] satisfies readonly { name: string; rows: Fields[]; ours: KnownPosition[]; lines: string[] }[])(
    "$name",
    ({ rows, ours, lines }) => {
      expect(found(rows, ours)).toEqual(lines);
    },
  );
});
