import { describe, expect, it } from "vitest";
import { DRILL_CLOCK, openOrder, position, syncOf } from "../../src/drills/accounts.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";

describe("the drills' accounts", () => {
  it("are healthy rows in the contract's form", () => {
    const { snapshot } = syncOf({ positions: [position()], openOrders: [openOrder()], ts: 2000 });
    expect(parseSnapshot(snapshot)).toMatchObject({
      positions: [{ symbol: "BTCUSDT", side: "LONG", ts: 2000 }],
      openOrders: [{ orderId: "known_ord_1", side: "BUY", ts: 2000 }],
      ts: 2000,
      source: "fire_drill",
    });
  });

  it("differ only in what is asked for", () => {
    expect(position({ qty: "-1" })).toEqual({ ...position(), qty: "-1" });
    expect(openOrder({ order_id: "x" })).toEqual({ ...openOrder(), order_id: "x" });
  });

  it("are fetched without an error at the drill's clock, with known ids where they are given", () => {
    const account = { positions: [], openOrders: [], ts: 0 };
    expect(syncOf(account)).toMatchObject({ now: DRILL_CLOCK, fetchError: null, knownOrderIds: null });
    expect(syncOf(account, ["a"]).knownOrderIds).toEqual(["a"]);
  });
});
