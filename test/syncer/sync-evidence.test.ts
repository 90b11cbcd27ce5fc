import { describe, expect, it } from "vitest";
import { renderSyncEvidence, renderSyncSummary } from "../../src/syncer/sync-evidence.js";
import type { SyncResult } from "../../src/syncer/sync-result.js";
import { snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";

const CLEAN: SyncResult = {
  ok: true,
  snapshot: snapshotOf({
    positions: [wirePosition({ symbol: "ETH" }), wirePosition()],
    open_orders: [wireOrder()],
  }),
  mismatches: [],
  pending: [],
  error: null,
};
const FOUND: SyncResult = {
  ...CLEAN,
  ok: false,
  mismatches: [
    { rule: "negative_qty", detail: 'order "é" has qty -1' },
    { rule: "orphan_order", detail: 'order "b" on "X" is not known' },
  ],
};
const FAILED: SyncResult = {
  ok: false,
  snapshot: null,
  mismatches: [],
  pending: [],
  error: { reason: "timeout", message: "no answer in 5 s" },
};

describe("the evidence of a sync", () => {
  it("is five files, each ending with one newline", () => {
    for (const result of [CLEAN, FOUND, FAILED]) {
      const files = renderSyncEvidence(result);
      expect([...files.keys()]).toEqual([
        "account_snapshot.json",
        "positions.json",
        "open_orders.json",
        "mismatches.json",
        "summary.txt",
      ]);
      for (const text of files.values()) expect(text).toMatch(/[^\n]\n$/);
    }
  });

  it("holds the account in canonical JSON, whole and in its parts", () => {
    const files = renderSyncEvidence(CLEAN);
    const order =
      '{"filled_qty":"0","order_id":"ord_1","order_type":"LIMIT","price":"49000.00","qty":"0.1",' +
      '"reduce_only":false,"side":"BUY","status":"NEW","symbol":"BTCUSDT","ts":2000}';
    const [btc, eth] = ["BTCUSDT", "ETH"].map(
      (symbol) =>
        '{"entry_price":"48000.00","leverage":10,"mark_price":"49000.00","qty":"0.5","side":"LONG",' +
        `"symbol":"${symbol}","ts":2000,"unrealized_pnl":"500.00"}`,
    );
    expect(files.get("open_orders.json")).toBe(`[${order}]\n`);
    expect(files.get("positions.json")).toBe(`[${btc},${eth}]\n`);
    expect(files.get("account_snapshot.json")).toBe(
      `{"open_orders":[${order}],"positions":[${btc},${eth}],"source":"test","ts":2000}\n`,
    );
    expect(files.get("mismatches.json")).toBe("[]\n");
  });

  it("holds every finding in the order found", () => {
    expect(renderSyncEvidence(FOUND).get("mismatches.json")).toBe(
      String.raw`[{"detail":"order \"\u00e9\" has qty -1","rule":"negative_qty"},` +
        String.raw`{"detail":"order \"b\" on \"X\" is not known","rule":"orphan_order"}]` +
        "\n",
    );
  });

  it("of a failed fetch says null, not an empty account", () => {
    const files = renderSyncEvidence(FAILED);
    for (const name of ["account_snapshot.json", "positions.json", "open_orders.json"]) {
      expect(files.get(name)).toBe("null\n");
    }
    expect(files.get("mismatches.json")).toBe("[]\n");
  });

  it("has the summary that a terminal shows", () => {
    for (const result of [CLEAN, FOUND, FAILED]) {
      expect(renderSyncEvidence(result).get("summary.txt")).toBe(renderSyncSummary(result));
    }
  });
});

describe("the summary", () => {
  it.each([
    {
      name: "clean",
      result: CLEAN,
      text: "account: 2 positions, 1 open order, ts 2000\nmismatches: 0\n",
    },
    {
      name: "with findings",
      result: FOUND,
      text:
        "account: 2 positions, 1 open order, ts 2000\n" +
        '  MISMATCH negative_qty: order "é" has qty -1\n' +
        '  MISMATCH orphan_order: order "b" on "X" is not known\n' +
        "mismatches: 2\n",
    },
    {
      name: "of a failed fetch",
      result: FAILED,
      text: "account: unknown, the fetch failed\nerror: timeout: no answer in 5 s\n",
    },
  ])("$name", ({ result, text }) => {
    expect(renderSyncSummary(result)).toBe(text);
  });

  it.each([
    { rows: 0, says: "0 positions, 0 open orders" },
    { rows: 1, says: "1 position, 1 open order" },
    { rows: 2, says: "2 positions, 2 open orders" },
  ])("counts $says", ({ rows, says }) => {
    const snapshot = snapshotOf({
      positions: Array.from({ length: rows }, () => wirePosition()),
      open_orders: Array.from({ length: rows }, () => wireOrder()),
    });
    expect(renderSyncSummary({ ...CLEAN, snapshot })).toContain(`account: ${says}, ts `);
  });
});
