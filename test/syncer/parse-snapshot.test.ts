import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import { loadSnapshot, parseJson, parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { problemsOf } from "../support/refusal.js";

describe("a healthy snapshot", () => {
  it("is read field by field", () => {
    expect(parseSnapshot(wireSnapshot())).toStrictEqual({
      positions: [
        {
          symbol: "BTCUSDT",
          side: "LONG",
          qty: decimal("0.5"),
          entryPrice: decimal("48000.00"),
          markPrice: decimal("49000.00"),
          unrealizedPnl: decimal("500.00"),
          leverage: 10,
          ts: 2000,
        },
      ],
      openOrders: [
        {
          orderId: "ord_1",
          symbol: "BTCUSDT",
          side: "BUY",
          orderType: "LIMIT",
          price: decimal("49000.00"),
          qty: decimal("0.1"),
          filledQty: decimal("0"),
          reduceOnly: false,
          status: "NEW",
          ts: 2000,
        },
      ],
      ts: 2000,
      source: "test",
    });
  });

  it.each(["LONG", "SHORT", "BOTH"])("may hold a %s position", (side) => {
    const read = parseSnapshot(wireSnapshot({ positions: [wirePosition({ side })] }));
    expect(read.positions[0]?.side).toBe(side);
  });

  it.each(["BUY", "SELL"])("may hold a %s order", (side) => {
    const read = parseSnapshot(wireSnapshot({ open_orders: [wireOrder({ side, reduce_only: true })] }));
    expect(read.openOrders[0]).toMatchObject({ side, reduceOnly: true });
  });

  it("keeps null where the exchange did not say", () => {
    const nothing = { entry_price: null, mark_price: null, unrealized_pnl: null, leverage: null, ts: null };
    const read = parseSnapshot(
      wireSnapshot({ positions: [wirePosition(nothing)], open_orders: [wireOrder({ ts: null })] }),
    );
    const expected = { entryPrice: null, markPrice: null, unrealizedPnl: null, leverage: null, ts: null };
    expect(read.positions[0]).toMatchObject(expected);
    expect(read.openOrders[0]?.ts).toBeNull();
  });

  it("keeps null where the exchange states no quantity, or no fill", () => {
    const read = parseSnapshot(wireSnapshot({ open_orders: [wireOrder({ qty: null, filled_qty: null })] }));
    expect(read.openOrders[0]).toMatchObject({ qty: null, filledQty: null });
  });

  it.each(["CROSS", "ISOLATED"])("may say that a position is %s", (mode) => {
    const read = parseSnapshot(wireSnapshot({ positions: [wirePosition({ margin_mode: mode })] }));
    expect(read.positions[0]?.marginMode).toBe(mode);
  });

  it("may say the id that we gave an order", () => {
    const read = parseSnapshot(wireSnapshot({ open_orders: [wireOrder({ client_order_id: "bot-7" })] }));
    expect(read.openOrders[0]?.clientOrderId).toBe("bot-7");
  });

  it("leaves out a margin mode and an id of our own that are null, as if they were not there", () => {
    const positions = [wirePosition({ margin_mode: null })];
    const open_orders = [wireOrder({ client_order_id: null })];
    expect(parseSnapshot(wireSnapshot({ positions, open_orders }))).toStrictEqual(
      parseSnapshot(wireSnapshot()),
    );
  });

  it("takes negative quantities, which are for the rules to find", () => {
    const row = { qty: "-0.5", filled_qty: "-1", price: "-2" };
    const read = parseSnapshot(
      wireSnapshot({ positions: [wirePosition({ qty: "-1" })], open_orders: [wireOrder(row)] }),
    );
    expect(read.positions[0]?.qty).toStrictEqual(decimal("-1"));
    expect(read.openOrders[0]).toMatchObject({ qty: decimal("-0.5"), filledQty: decimal("-1") });
  });

  it("takes ts 0, the greatest whole number of ms, and -0 as 0", () => {
    for (const ts of [0, Number.MAX_SAFE_INTEGER, -0]) {
      const read = parseSnapshot(wireSnapshot({ ts, positions: [wirePosition({ ts, leverage: ts })] }));
      expect(read.ts).toBe(ts + 0);
      expect(read.positions[0]).toMatchObject({ ts: ts + 0, leverage: ts + 0 });
    }
  });

  it("passes over fields that the contract does not name, hostile ones too", () => {
    const hostile = '"__proto__":{"qty":"5"},"constructor":null,"toString":"x","info":{"a":[1]}';
    const position = JSON.stringify(wirePosition()).replace("{", `{${hostile},`);
    const text = JSON.stringify(wireSnapshot()).replace("{", `{${hostile},`);
    const read = loadSnapshot(text.replace(JSON.stringify(wirePosition()), position));
    expect(read).toStrictEqual(parseSnapshot(wireSnapshot()));
    expect(Object.getPrototypeOf(read.positions[0])).toBe(Object.prototype);
  });

  it("gives no field of its own prototype for a missing one", () => {
    const text = '{"__proto__":{"positions":[],"open_orders":[],"ts":0,"source":"test"}}';
    expect(problemsOf(() => loadSnapshot(text))).toHaveLength(4);
  });
});

describe("parseJson", () => {
  it.each([
    { name: "truncated JSON", text: '{"positions":[{"symbol":"BTC' },
    { name: "nothing", text: "" },
    { name: "NaN", text: '{"ts":NaN}' },
    { name: "Infinity", text: '{"ts":Infinity}' },
    { name: "two documents", text: "{}\n{}" },
    { name: "control characters", text: "\u0000\u001b[31m\n\u2028" },
  ])("refuses $name in one line", ({ text }) => {
    expect(problemsOf(() => parseJson(text))).toEqual([]);
    expect(() => loadSnapshot(text)).toThrow(/^not JSON: ./);
    expect(() => loadSnapshot(text)).toThrow(expect.objectContaining({ cause: expect.any(SyntaxError) }));
  });

  it("gives what the text holds", () => {
    expect(parseJson(' {"a":[1,null]} ')).toEqual({ a: [1, null] });
  });
});
