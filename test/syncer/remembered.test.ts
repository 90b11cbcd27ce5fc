import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";

/** Prints what is on the heap, in bytes, after syncs of accounts of these sizes, each with differences that are pending. */
const SCRIPT = `
import { AccountSyncer, MetricsBuilder, parseSnapshot } from "./dist/index.mjs";
const account = (size) => {
  const row = (index) => ({
    order_id: "order-" + index, symbol: "S" + (index % 50), side: "BUY", order_type: "LIMIT", price: "1.5", qty: "2",
    filled_qty: "0", reduce_only: false, status: "NEW", ts: 1000,
  });
  return parseSnapshot({ positions: [], open_orders: Array.from({ length: size }, (_, index) => row(index)), ts: 1000, source: "x" });
};
const told = (size) => Array.from({ length: size }, (_, index) => ({ orderId: "other-" + index, symbol: "S" }));
let snapshot;
const settle = { syncs: 1000, ms: 0 };
const syncer = new AccountSyncer({
  metrics: new MetricsBuilder({ clock: () => 1000 }),
  port: { fetchAccountSnapshot: () => snapshot },
  settle,
});
for (const size of process.argv.slice(1).map(Number)) {
  for (let sync = 0; sync < 4; sync++) {
    snapshot = account(size);
    const { pending } = await syncer.sync({ orders: told(size) });
    if (pending.length !== 2 * size) throw new Error("expected all to differ, got " + pending.length);
  }
  snapshot = undefined;
  globalThis.gc();
  globalThis.gc();
  console.log(process.memoryUsage().heapUsed);
}
`;

it("what is remembered between syncs grows with the rows of the last one, not with their number, and is freed", () => {
  const sizes = ["0", "10000", "20000", "20000", "20000", "10000", "0"];
  const args = ["--expose-gc", "--input-type=module", "--eval", SCRIPT, ...sizes];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: CHECKOUT, encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [none = 0, ...rest] = stdout.trim().split("\n").map(Number);
  const [ten = 0, twenty = 0, again = 0, still = 0, fewer = 0, freed = 0] = rest.map((bytes) => bytes - none);
  const isNear = (bytes: number, other: number) => Math.abs(bytes - other) < 0.25 * twenty;
  expect(ten).toBeGreaterThan(0);
  expect([twenty, again, still].map((bytes) => isNear(bytes, 2 * ten))).toEqual([true, true, true]);
  expect([isNear(fewer, ten), isNear(freed, 0)]).toEqual([true, true]);
});
