import { describe, expect, it } from "vitest";
import { wireOrder, wirePosition } from "../../support/accounts.js";
import { foundByRules } from "../../support/found-by-rules.js";

describe("negative_qty", () => {
  it.each(["-1", "-0.000000000000000001", "-9007199254740993", "-1e-30"])("%s is found", (qty) => {
    const text = qty === "-1e-30" ? `-0.${"0".repeat(29)}1` : qty;
    const wire = { positions: [wirePosition({ qty })], open_orders: [wireOrder({ qty })] };
    expect(foundByRules(wire)).toEqual([
      `negative_qty: position "BTCUSDT" LONG has qty ${text}`,
      `negative_qty: order "ord_1" on "BTCUSDT" has qty ${text}`,
    ]);
  });

  it.each(["0", "-0", "-0.00", "-0e5", "0.000000000000000001", "9007199254740993"])("%s is fine", (qty) => {
    expect(foundByRules({ positions: [wirePosition({ qty })], open_orders: [wireOrder({ qty })] })).toEqual(
      [],
    );
  });

  it("names the margin mode, and looks past a qty that was not said", () => {
    const wire = {
      positions: [wirePosition({ qty: "-1", margin_mode: "ISOLATED" })],
      open_orders: [wireOrder({ qty: null })],
    };
    expect(foundByRules(wire)).toEqual(['negative_qty: position "BTCUSDT" LONG ISOLATED has qty -1']);
  });

  it("looks at no other number", () => {
    const below = { entry_price: "-1", mark_price: "-1", unrealized_pnl: "-1", leverage: -1 };
    const order = wireOrder({ price: "-1", filled_qty: null });
    expect(foundByRules({ positions: [wirePosition(below)], open_orders: [order] })).toEqual([]);
  });
});
