import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fields } from "../support/accounts.js";
import { NOW, runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

/*
 * What was met in the field, each with the right answer of `sync --format ccxt`. The inputs are made here.
 */

const ASKED = NOW - 3_600_000;
const BTC = "BTC/USDT:USDT";

function order(different: Fields = {}): Fields {
  return {
    ...{ id: "11", symbol: BTC, type: "limit", side: "sell", price: 61_000, amount: 0.25, filled: 0 },
    ...{ remaining: 0.25, status: "open", timestamp: ASKED - 90_000 },
    ...different,
  };
}

function position(different: Fields = {}): Fields {
  return {
    ...{ symbol: BTC, side: "short", contracts: 1.5, contractSize: 1, hedged: false, entryPrice: 60_500 },
    ...{ markPrice: 60_000, leverage: 5, timestamp: ASKED - 7_000_000 },
    ...different,
  };
}

interface Told {
  readonly known?: readonly string[];
  readonly expected?: Fields;
  readonly lastTs?: number;
}

/** Runs `sync --json` on an account of ccxt's: exit code, rules by how often, last ts and lines. */
async function sync(account: unknown, { known, expected, lastTs }: Told = {}) {
  const directory = temporaryDirectory();
  const file = (name: string, value: unknown) => {
    writeFileSync(join(directory, name), JSON.stringify(value));
    return join(directory, name);
  };
  const args = ["sync", "--format", "ccxt", "--json", "--snapshot", file("account.json", account)];
  if (known !== undefined) args.push("--known-orders", file("known.json", known));
  if (expected !== undefined) args.push("--expected", file("expected.json", expected));
  if (lastTs !== undefined) args.push("--last-ts", String(lastTs));
  const { exitCode, stdout, stderr } = await runHere(args);
  if (exitCode === 2) return { exitCode, stderr };
  const { counts, last_ts, open_orders_count, mismatches } = JSON.parse(stdout);
  const details: string[] = mismatches.map(({ detail }: { detail: string }) => detail);
  return { exitCode, counts, lastTs: last_ts, orders: open_orders_count, details };
}

const account = (open_orders: readonly Fields[], positions: readonly Fields[] = [], timestamp = ASKED) => ({
  timestamp,
  positions,
  open_orders,
});

describe("met in the field", () => {
  it("the newest order is cancelled, and nothing else happens: no step back in time", async () => {
    const newest = order({ id: "12", timestamp: ASKED - 500 });
    const before = await sync(account([order(), newest]));
    expect(before).toMatchObject({ exitCode: 0, lastTs: ASKED });
    const after = await sync(account([order()], [], ASKED + 30_000), { lastTs: ASKED - 500 });
    expect(after).toMatchObject({ exitCode: 0, counts: {}, lastTs: ASKED + 30_000 });
    expect(await sync(account([order()], [], ASKED + 30_000), { lastTs: ASKED })).toMatchObject({
      exitCode: 0,
    });
  });

  it("one row is dated a thousand times too late: last ts is not moved by it, and the next is healthy", async () => {
    const late = order({ timestamp: (ASKED - 500) * 1000 });
    const first = await sync(account([late, order({ id: "12" })]));
    expect(first).toMatchObject({ exitCode: 0, counts: {}, lastTs: ASKED });
    const next = await sync(account([order({ id: "12" })], [], ASKED + 60_000), { lastTs: ASKED });
    expect(next).toMatchObject({ exitCode: 0, counts: {} });
  });

  it("a stop that closes the whole position has no amount: the account syncs, and its orphan is found", async () => {
    const stop = {
      type: "market",
      price: null,
      amount: null,
      remaining: null,
      reduceOnly: true,
      stopPrice: 62_000,
    };
    const run = await sync(
      account([order({ id: "stop-1", ...stop }), order({ id: "nobody-knows" })], [position()]),
      {
        known: ["stop-1"],
      },
    );
    expect(run).toMatchObject({ exitCode: 1, counts: { orphan_order: 1 }, orders: 2 });
    expect(run.details?.[0]).toContain('order "nobody-knows" on "BTC/USDT:USDT" is not known');
  });

  it("conditional orders come without filled and remaining: nothing is wrong with them", async () => {
    const unsaid = { filled: null, remaining: null, triggerPrice: 59_000 };
    const trigger = order({ id: "480000000000000001", type: "trigger", price: -1, ...unsaid });
    const trailing = order({ id: "480000000000000002", type: "move_order_stop", price: null, ...unsaid });
    expect(await sync(account([trigger, trailing], [position()]))).toMatchObject({ exitCode: 0, counts: {} });
  });

  it("a cross and an isolated position of one side are two positions", async () => {
    const modes = ["cross", "isolated"].map((marginMode) => position({ marginMode }));
    expect(await sync(account([], modes))).toMatchObject({ exitCode: 0, counts: {} });
    const told = ["CROSS", "ISOLATED"].map((margin_mode) => ({
      symbol: BTC,
      side: "SHORT",
      qty: "1.5",
      margin_mode,
    }));
    expect(await sync(account([], modes), { expected: { positions: told } })).toMatchObject({ exitCode: 0 });
    const together = [{ symbol: BTC, side: "SHORT", qty: "3" }];
    expect(await sync(account([], modes), { expected: { positions: together } })).toMatchObject({
      exitCode: 0,
    });
  });

  it("one id on two symbols is two orders; twice on one is a duplicate, with the symbol in its line", async () => {
    const two = [order({ symbol: "BTC/USDT" }), order({ symbol: "ETH/USDT" })];
    expect(await sync(account(two))).toMatchObject({ exitCode: 0, counts: {} });
    const run = await sync(account([...two, order({ symbol: "ETH/USDT" })]));
    expect(run).toMatchObject({ exitCode: 1, counts: { duplicate_key: 1 } });
    expect(run.details?.[0]).toContain('order "11" on "ETH/USDT" appears again');
  });

  it("an order of ours on one symbol does not excuse one of the same id on another", async () => {
    const ours = { orders: [{ order_id: "11", symbol: "BTC/USDT" }] };
    const run = await sync(account([order({ symbol: "ETH/USDT" })]), { expected: ours });
    expect(run).toMatchObject({ exitCode: 1, counts: { orphan_order: 1, missing_order: 1 } });
    expect(await sync(account([order({ symbol: "ETH/USDT" })]), { known: ["11"] })).toMatchObject({
      exitCode: 0,
    });
  });

  it("orders that are closed or canceled stand in the list: they are no orphans, and no open orders", async () => {
    const done = [order({ status: "closed", filled: 0.25 }), order({ id: "12", status: "canceled" })];
    expect(await sync(account(done), { known: [] })).toMatchObject({ exitCode: 0, counts: {}, orders: 0 });
  });

  it("filled below zero, and above the amount: both are found, each by its numbers", async () => {
    const below = order({ amount: 1, filled: -5, remaining: 6 });
    const above = order({ id: "12", amount: 281.5, filled: 373.25, remaining: -91.75 });
    const run = await sync(account([below, above]));
    expect(run).toMatchObject({ exitCode: 1, counts: { impossible_fill: 2 } });
    expect(run.details).toEqual([
      expect.stringContaining("filled -5 of 1"),
      expect.stringContaining("373.25 of 281.5"),
    ]);
  });

  it("an order of ours is gone: found where orders are told; ids alone do not say that it must be open", async () => {
    const orders = ["11", "12"].map((order_id) => ({ order_id, symbol: BTC }));
    const run = await sync(account([order()]), { expected: { orders } });
    expect(run).toMatchObject({ exitCode: 1, counts: { missing_order: 1 } });
    expect(run.details?.[0]).toContain('order "12" on "BTC/USDT:USDT" is not open at the exchange');
    expect(await sync(account([order()]), { known: ["11", "12"] })).toMatchObject({ exitCode: 0 });
  });

  it("an account that did nothing for two days is as fresh as its answer", async () => {
    const old = ASKED - 172_800_000;
    const run = await sync(account([order({ timestamp: old })], [position({ timestamp: old })]));
    expect(run).toMatchObject({ exitCode: 0, lastTs: ASKED });
  });

  it("rows without the object around them: the form is named", async () => {
    const { exitCode, stderr } = await sync([order()]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      'expected {"timestamp": ms, "positions": [...], "open_orders": [...]}, got an array',
    );
  });

  it("a file that is too large for one text is said to be so, not to be damaged", async () => {
    const size = 2 ** 29;
    const readStdin = async () => Buffer.alloc(size, 0x20);
    const { exitCode, stdout, stderr } = await runHere(["sync", "--snapshot", "-"], { readStdin });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      "account-sync-drill: --snapshot - (standard input): this is too large for one text, which may have 512 MiB\n",
    );
  });
});
