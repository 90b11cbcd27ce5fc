import { describe, it } from "vitest";
import { type Fields, wireSnapshot } from "../support/accounts.js";
import { ccxtOrder, ccxtPosition } from "../support/ccxt-rows.js";
import { onThisNode } from "../support/node-versions.js";
import { type BadInput, expectRefused } from "../support/refused-input.js";

function ccxt(positions: readonly Fields[], orders: readonly Fields[]): string {
  return JSON.stringify({ positions: positions.map(ccxtPosition), open_orders: orders.map(ccxtOrder) });
}

const ROWS: readonly BadInput[] = [
  {
    name: "a canonical snapshot taken for ccxt's",
    account: JSON.stringify(wireSnapshot()),
    says: ["positions[0].contracts"],
  },
  {
    name: "ccxt's structures taken for canonical",
    account: ccxt([{}], []),
    args: ["--snapshot", "account.json"],
    says: ["positions[0].side"],
  },
  {
    name: "no side on a hedged position",
    account: ccxt([{ side: null, hedged: true }], []),
    says: ["positions[0].side"],
  },
  { name: "no size", account: ccxt([{ contracts: null }], []), says: ["positions[0].contracts", "null"] },
  { name: "a numeric id", account: ccxt([], [{ id: 3_811_057_334 }]), says: ["open_orders[0].id", "quotes"] },
  {
    name: "a fill that is no number",
    account: ccxt([], [{ filled: "all" }]),
    says: ["open_orders[0].filled"],
  },
  {
    name: "a limit order without a price",
    account: ccxt([], [{ price: null }]),
    says: ["open_orders[0].price"],
  },
  { name: "no timestamp anywhere", account: ccxt([{ timestamp: null }], []), says: ["timestamp"] },
].map((bad) => ({ args: ["--snapshot", "account.json", "--format", "ccxt"], ...bad }));

onThisNode((node) => {
  describe("sync --format ccxt", () => {
    it.each(ROWS)("refuses $name", (bad) => expectRefused(node, bad));
  });
});
