import { expect, it } from "vitest";
import { type CcxtExchange, ccxtPort } from "../../src/syncer/ccxt-port.js";
import { ccxtOrder, ccxtPosition } from "../support/ccxt-rows.js";
import { thrownBy } from "../support/thrown-by.js";

/** An exchange whose clock moves on with each request, and what was called of it. */
function exchange(different: Partial<CcxtExchange> = {}) {
  const calls: string[] = [];
  let now = 1000;
  const made: CcxtExchange = {
    milliseconds: () => now,
    fetchPositions: async () => {
      calls.push("positions");
      now += 70;
      return [ccxtPosition()];
    },
    fetchOpenOrders: async () => {
      calls.push("orders");
      now += 70;
      return [ccxtOrder()];
    },
    ...different,
  };
  return { calls, port: ccxtPort(made) };
}

it("stamps the snapshot with the moment when the first request was sent, not with its rows", async () => {
  const { calls, port } = exchange();
  const snapshot = await port.fetchAccountSnapshot();
  expect(calls).toEqual(["positions", "orders"]);
  expect(snapshot.ts).toBe(1000);
  expect([snapshot.positions.length, snapshot.openOrders.length]).toEqual([1, 1]);
  expect((await port.fetchAccountSnapshot()).ts).toBe(1140);
});

it("of an empty account says its ts too", async () => {
  const { port } = exchange({ fetchPositions: async () => [], fetchOpenOrders: async () => [] });
  expect(await port.fetchAccountSnapshot()).toEqual({
    positions: [],
    openOrders: [],
    ts: 1000,
    source: "exchange",
  });
});

it.each([
  { name: "says that it has them not", has: { fetchPositions: false }, calls: ["orders"] },
  { name: "does not say it of them", has: {}, calls: ["orders"] },
  { name: "has them", has: { fetchPositions: true }, calls: ["positions", "orders"] },
  { name: "makes them up itself", has: { fetchPositions: "emulated" }, calls: ["positions", "orders"] },
])("asks an exchange for positions unless it $name", async ({ has, calls: expected }) => {
  const { calls, port } = exchange({ has });
  await port.fetchAccountSnapshot();
  expect(calls).toEqual(expected);
});

it("lets ccxt's error through, and refuses rows by name", async () => {
  const failing = new Error("429");
  const { port } = exchange({ fetchOpenOrders: () => Promise.reject(failing) });
  expect(await thrownBy(() => port.fetchAccountSnapshot())).toBe(failing);
  const odd = exchange({ fetchOpenOrders: async () => [ccxtOrder({ id: 5 })] });
  expect(String(await thrownBy(() => odd.port.fetchAccountSnapshot()))).toContain(
    "open_orders[0].id: expected an id",
  );
});
