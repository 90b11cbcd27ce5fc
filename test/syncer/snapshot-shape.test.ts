import { describe, expect, it } from "vitest";
import { ORDER_SIDES, POSITION_SIDES } from "../../src/syncer/snapshot.js";
import { findShapeFault } from "../../src/syncer/snapshot-shape.js";
import { EMPTY_ACCOUNT, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";

const ALL_SIDES = snapshotOf({
  positions: POSITION_SIDES.map((side) => wirePosition({ side })),
  open_orders: ORDER_SIDES.map((side) => wireOrder({ order_id: side, side })),
});
const SNAPSHOT = snapshotOf({
  positions: [wirePosition(), wirePosition({ side: "SHORT" })],
  open_orders: [wireOrder(), wireOrder({ order_id: "ord_2" })],
});

describe("a snapshot that parseSnapshot built", () => {
  it.each([
    { name: "with rows", snapshot: SNAPSHOT },
    { name: "of every side", snapshot: ALL_SIDES },
    { name: "of an empty account", snapshot: EMPTY_ACCOUNT },
  ])("has no fault: $name", ({ snapshot }) => {
    expect(findShapeFault(snapshot)).toBeUndefined();
  });
});

describe("what an exchange may leave unsaid", () => {
  it.each([
    { field: "qty", value: null },
    { field: "filledQty", value: null },
    { field: "ts", value: null },
    { field: "ts", value: undefined },
    { field: "clientOrderId", value: undefined },
    { field: "clientOrderId", value: "bot-7" },
  ])("has no fault: an order's $field $value", ({ field, value }) => {
    const openOrders = SNAPSHOT.openOrders.map((row) => ({ ...row, [field]: value }));
    expect(findShapeFault({ ...SNAPSHOT, openOrders })).toBeUndefined();
  });

  it.each([{ mode: undefined }, { mode: "CROSS" }, { mode: "ISOLATED" }])(
    "has no fault: a margin mode of $mode",
    ({ mode }) => {
      const positions = SNAPSHOT.positions.map((row) => ({ ...row, marginMode: mode }));
      expect(findShapeFault({ ...SNAPSHOT, positions })).toBeUndefined();
    },
  );
});

describe("what a port without types may give", () => {
  it.each([
    { value: undefined },
    { value: null },
    { value: "snapshot" },
    { value: 5 },
    { value: [] },
    { value: () => SNAPSHOT },
  ])("$value is no object", ({ value }) => {
    expect(findShapeFault(value)).toBe("the snapshot is not an object");
  });

  it.each([
    { ts: undefined },
    { ts: null },
    { ts: "2000" },
    { ts: 1.5 },
    { ts: Number.NaN },
    { ts: Number.POSITIVE_INFINITY },
    { ts: 2000n },
    { ts: new Date(0) },
  ])("ts $ts", ({ ts }) => {
    expect(findShapeFault({ ...SNAPSHOT, ts })).toBe("ts is not a whole number of Unix ms");
  });

  it.each(["positions", "openOrders"])("%s that is no array", (list) => {
    for (const value of [undefined, null, {}, "[]", { length: 0 }]) {
      expect(findShapeFault({ ...SNAPSHOT, [list]: value })).toBe(`${list} is not an array`);
    }
  });

  it.each([
    { list: "positions", type: "PositionSnap" },
    { list: "openOrders", type: "OpenOrderSnap" },
  ])("$list with a row that is no object", ({ list, type }) => {
    const [healthy] = list === "positions" ? SNAPSHOT.positions : SNAPSHOT.openOrders;
    for (const row of [null, undefined, 5, "row", []]) {
      const fault = findShapeFault({ ...SNAPSHOT, [list]: [healthy, row] });
      expect(fault).toBe(`${list}[1] is not of type ${type}`);
    }
    expect(findShapeFault({ ...SNAPSHOT, [list]: new Array(1) })).toBe(`${list}[0] is not of type ${type}`);
  });

  it.each(["symbol", "side", "qty"])("a position whose %s is of another type", (field) => {
    const rows = SNAPSHOT.positions.map((row, index) => (index === 1 ? { ...row, [field]: 5 } : row));
    expect(findShapeFault({ ...SNAPSHOT, positions: rows })).toBe("positions[1] is not of type PositionSnap");
  });

  it.each([
    { field: "marginMode", value: "cross" },
    { field: "marginMode", value: null },
    { field: "ts", value: "2000" },
  ])("a position whose $field is $value", ({ field, value }) => {
    const rows = SNAPSHOT.positions.map((row, index) => (index === 1 ? { ...row, [field]: value } : row));
    expect(findShapeFault({ ...SNAPSHOT, positions: rows })).toBe("positions[1] is not of type PositionSnap");
  });

  it.each([
    { field: "clientOrderId", value: 7 },
    { field: "clientOrderId", value: null },
    { field: "ts", value: 2000n },
  ])("an order whose $field is $value", ({ field, value }) => {
    const rows = SNAPSHOT.openOrders.map((row, index) => (index === 1 ? { ...row, [field]: value } : row));
    expect(findShapeFault({ ...SNAPSHOT, openOrders: rows })).toBe(
      "openOrders[1] is not of type OpenOrderSnap",
    );
  });

  it.each(["BUY", "long", "LONG ", "", ["LONG"]])("a position of side %j", (side) => {
    const rows = SNAPSHOT.positions.map((row, index) => (index === 1 ? { ...row, side } : row));
    expect(findShapeFault({ ...SNAPSHOT, positions: rows })).toBe("positions[1] is not of type PositionSnap");
  });

  it.each(["LONG", "buy", "SELL ", "", ["BUY"]])("an order of side %j", (side) => {
    const rows = SNAPSHOT.openOrders.map((row, index) => (index === 1 ? { ...row, side } : row));
    expect(findShapeFault({ ...SNAPSHOT, openOrders: rows })).toBe(
      "openOrders[1] is not of type OpenOrderSnap",
    );
  });

  it.each(["orderId", "symbol", "side", "qty", "price", "filledQty"])(
    "an order whose %s is of another type",
    (field) => {
      const isNullable = field === "qty" || field === "filledQty";
      for (const value of [5, isNullable ? "1" : null, undefined, { text: "1", units: 1, scale: 0 }]) {
        const rows = SNAPSHOT.openOrders.map((row, index) =>
          index === 1 ? { ...row, [field]: value } : row,
        );
        const fault = findShapeFault({ ...SNAPSHOT, openOrders: rows });
        expect(fault).toBe("openOrders[1] is not of type OpenOrderSnap");
      }
    },
  );
});
