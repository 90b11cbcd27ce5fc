import { describe, expect, it } from "vitest";
import { decimal } from "../../src/syncer/decimal.js";
import type { Known } from "../../src/syncer/known.js";
import type { MismatchRule } from "../../src/syncer/mismatch-rules.js";
import { parseExpected } from "../../src/syncer/parse-expected.js";
import {
  countByRule,
  renderSyncEvidence,
  renderSyncSummary,
  shownOf,
} from "../../src/syncer/sync-evidence.js";
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
  it("is six files, each ending with one newline", () => {
    for (const result of [CLEAN, FOUND, FAILED]) {
      const files = renderSyncEvidence(result);
      expect([...files.keys()]).toEqual([
        "account_snapshot.json",
        "positions.json",
        "open_orders.json",
        "known.json",
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

  it("has the time of the sync above the summary, where it is said", () => {
    const summary = renderSyncEvidence(FOUND, { at: 5000 }).get("summary.txt");
    expect(summary).toBe(`at: 5000\n${renderSyncSummary(FOUND)}`);
  });

  it("has the summary that a terminal shows", () => {
    for (const result of [CLEAN, FOUND, FAILED]) {
      expect(renderSyncEvidence(result).get("summary.txt")).toBe(renderSyncSummary(result));
    }
  });
});

describe("known.json", () => {
  const shown = (known: Parameters<typeof renderSyncEvidence>[1]) =>
    renderSyncEvidence(CLEAN, known).get("known.json");

  it.each([
    { name: "nothing told", known: undefined, json: "null" },
    { name: "null", known: null, json: "null" },
    { name: "an object that tells nothing", known: { orders: null }, json: "null" },
    { name: "no ids", known: [], json: '{"order_ids":[]}' },
    {
      name: "ids, sorted",
      known: new Set(["b", "a", "\u{10000}", "\uffff"]),
      json: '{"order_ids":["a","b","\\uffff","\\ud800\\udc00"]}',
    },
  ])("$name", ({ known, json }) => {
    expect(shown({ known })).toBe(`${json}\n`);
  });

  it("holds orders and positions as they were said, sorted, exponents written out", () => {
    const known: Known = {
      orders: [
        { orderId: "2", symbol: "B", side: "BUY", price: "1e2", qty: decimal("0.10") },
        { orderId: "1", symbol: "B" },
        { orderId: "3", symbol: "A", price: null },
      ],
      positions: [
        { symbol: "B", side: "SHORT", qty: "1" },
        { symbol: "B", side: "LONG", qty: "2", marginMode: "ISOLATED" },
        { symbol: "B", side: "LONG", qty: "3", marginMode: "CROSS" },
      ],
    };
    expect(shown({ known })).toBe(
      '{"orders":[{"order_id":"3","symbol":"A"},{"order_id":"1","symbol":"B"},' +
        '{"order_id":"2","price":"100","qty":"0.10","side":"BUY","symbol":"B"}],' +
        '"positions":[{"margin_mode":"CROSS","qty":"3","side":"LONG","symbol":"B"},' +
        '{"margin_mode":"ISOLATED","qty":"2","side":"LONG","symbol":"B"},' +
        '{"qty":"1","side":"SHORT","symbol":"B"}]}\n',
    );
  });

  it("can be read again by what reads --expected", () => {
    const known = { orderIds: ["x"], orders: [{ orderId: "2", symbol: "B", price: "1e2" }] };
    const [json] = [shown({ known })];
    expect(shown({ known: parseExpected(JSON.parse(json ?? "")) })).toBe(json);
  });

  it("keeps a number that was never read, since the fetch failed", () => {
    const known = { orders: [{ orderId: "2", symbol: "B", price: "x" }] };
    expect(renderSyncEvidence(FAILED, { known }).get("known.json")).toContain('"price":"x"');
  });

  it("is refused where it is no such thing", () => {
    const known = { orders: [JSON.parse('{"orderId":5}')] };
    expect(() => shown({ known })).toThrow(
      "orders[0].orderId: expected text that is not empty, got the number 5",
    );
  });
});

describe("output is bounded", () => {
  const many = (rule: MismatchRule, count: number) =>
    Array.from({ length: count }, (_, index) => ({ rule, detail: `number ${index + 1}` }));
  const found = [...many("duplicate_key", 21), ...many("orphan_order", 20), ...many("missing_order", 500)];

  it("to the first 20 of each rule and a count of the others", () => {
    const lines = renderSyncSummary({ ...FOUND, mismatches: found })
      .trimEnd()
      .split("\n");
    expect(lines.slice(20, 22)).toEqual([
      "  MISMATCH duplicate_key: number 20",
      "  MISMATCH duplicate_key: and 1 more",
    ]);
    expect(lines.slice(41, 43)).toEqual([
      "  MISMATCH orphan_order: number 20",
      "  MISMATCH missing_order: number 1",
    ]);
    expect(lines.slice(-2)).toEqual(["  MISMATCH missing_order: and 480 more", "mismatches: 541"]);
    expect(shownOf(found)).toEqual([...found.slice(0, 20), ...found.slice(21, 61)]);
    expect([...countByRule(found)]).toEqual([
      ["duplicate_key", 21],
      ["orphan_order", 20],
      ["missing_order", 500],
    ]);
  });

  it("but not the evidence of them", () => {
    const text = renderSyncEvidence({ ...FOUND, mismatches: found }).get("mismatches.json") ?? "";
    expect(JSON.parse(text)).toEqual(found);
  });

  it("also what is pending", () => {
    const pending = many("position_mismatch", 22);
    const lines = renderSyncSummary({ ...CLEAN, pending })
      .trimEnd()
      .split("\n");
    expect(lines.slice(1, 3)).toEqual(["mismatches: 0", "  PENDING position_mismatch: number 1"]);
    expect(lines.slice(-2)).toEqual(["  PENDING position_mismatch: and 2 more", "pending: 22"]);
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
