import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DrillError } from "../../src/errors.js";
import { requestOf } from "../../src/replay/history.js";
import { MOST_HISTORY_BYTES, parseHistory } from "../../src/replay/parse-history.js";
import { wireOrder } from "../support/accounts.js";
import { accountAt, BEGIN, expects, historyLine, historyText } from "../support/histories.js";
import { thrownBy } from "../support/thrown-by.js";

async function refusalOf(text: string): Promise<string> {
  const thrown = await thrownBy(() => parseHistory(text));
  if (!(thrown instanceof DrillError)) throw thrown;
  expect(thrown.code).toBe("bad_input");
  expect(thrown.message).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  return thrown.message;
}

const GOOD = historyLine(0);

describe("a history", () => {
  it("is read line by line", () => {
    const text = historyText(
      { ...historyLine(0, { known: ["b", "a"], settle: { syncs: 3, ms: 10_000 } }), ...expects() },
      historyLine(5, { fetch_error: "timeout", expect: { mismatches: [], error: "timeout" } }),
      historyLine(5, { restart: true, known: { positions: [] } }),
    );
    const { settle, lines } = parseHistory(text);
    expect(settle).toEqual({ syncs: 3, ms: 10_000 });
    expect(lines.map(({ line, at, restart }) => [line, at - BEGIN, restart])).toEqual([
      [1, 0, false],
      [2, 5000, false],
      [3, 5000, true],
    ]);
    expect(lines.map(({ expect: wanted }) => wanted)).toEqual([
      { mismatches: [], error: null },
      { mismatches: [], error: "timeout" },
      null,
    ]);
    expect(
      lines
        .map(requestOf)
        .map(({ fetchError, knownOrderIds, expected }) => [fetchError, knownOrderIds, expected]),
    ).toEqual([
      [null, ["a", "b"], { order_ids: ["a", "b"] }],
      ["timeout", null, null],
      [null, null, { positions: [] }],
    ]);
  });

  it("has expectations that hold at once unless its first line says otherwise", () => {
    expect(parseHistory(historyText(GOOD)).settle).toEqual({ syncs: 1, ms: 0 });
  });

  it("keeps the rows of a canonical snapshot in the order in which they came", () => {
    const orders = [wireOrder({ order_id: "z" }), wireOrder({ order_id: "a" })];
    const [line] = parseHistory(historyText(historyLine(0, { snapshot: accountAt(BEGIN, orders) }))).lines;
    expect(line?.snapshot).toMatchObject({ open_orders: [{ order_id: "z" }, { order_id: "a" }] });
  });

  it("takes snapshots in the form of ccxt", () => {
    const snapshot = JSON.parse(readFileSync("docs/examples/ccxt-account.json", "utf8"));
    const text = historyText(historyLine(0, { format: "ccxt", snapshot: { ...snapshot, timestamp: BEGIN } }));
    expect(parseHistory(text).lines[0]?.snapshot).toMatchObject({ ts: BEGIN, source: "exchange" });
  });

  it("may end its lines as Windows does, and its last one not at all", () => {
    expect(parseHistory(historyText(GOOD, GOOD).replaceAll("\n", "\r\n").trimEnd()).lines.length).toBe(2);
  });

  it.each([
    { name: "nothing", text: "", says: "no line in it: one a sync is needed" },
    {
      name: "an empty line",
      text: `${historyText(GOOD)}\n${historyText(GOOD)}`,
      says: "line 2: it is empty",
    },
    { name: "no JSON", text: `${historyText(GOOD)}{"at":`, says: "line 2: not JSON: " },
    { name: "a list", text: "[]", says: "line 1: top level: expected an object, got an array" },
    { name: "no time", text: historyText({ ...GOOD, at: null }), says: "line 1: at: expected Unix ms" },
    {
      name: "a misspelt field",
      text: historyText({ ...GOOD, expected: [] }),
      says: "line 1: expected: no such field; there are at, settle,",
    },
    {
      name: "nothing of what was known",
      text: '{"at":1,"fetch_error":"auth"}',
      says: "line 1: known: expected null, a list of order ids, or an object, got nothing",
    },
    {
      name: "a numeric id",
      text: historyText({ ...GOOD, known: [1] }),
      says: "line 1: known[0]: expected an id in quotes",
    },
    {
      name: "an id twice",
      text: historyText({ ...GOOD, known: ["a", "a"] }),
      says: 'line 1: known[1]: "a" is there already',
    },
    {
      name: "a known order without a symbol",
      text: historyText({ ...GOOD, known: { orders: [{ order_id: "a" }] } }),
      says: "line 1: known.orders[0].symbol: expected text",
    },
    {
      name: "neither snapshot nor error",
      text: '{"at":1,"known":null}',
      says: "line 1: snapshot: expected a snapshot, or a fetch_error, got nothing",
    },
    {
      name: "both of them",
      text: historyText({ ...GOOD, fetch_error: "auth", snapshot: {} }),
      says: "line 1: snapshot: expected none beside a fetch_error",
    },
    {
      name: "another reason",
      text: historyText(historyLine(0, { fetch_error: "boredom" })),
      says: "line 1: fetch_error: expected timeout, auth,",
    },
    {
      name: "a number in a decimal's place",
      text: historyText({ ...GOOD, snapshot: accountAt(1, [wireOrder({ qty: 1 })]) }),
      says: "line 1: snapshot.open_orders[0].qty: expected a decimal as text",
    },
    {
      name: "a snapshot that is none",
      text: historyText({ ...GOOD, snapshot: "x" }),
      says: 'line 1: snapshot: expected an object, got the text "x"',
    },
    {
      name: "a ccxt snapshot without its own time",
      text: historyText({ ...GOOD, format: "ccxt", snapshot: { open_orders: [] } }),
      says: "line 1: snapshot.timestamp: expected Unix ms",
    },
    {
      name: "another format",
      text: historyText({ ...GOOD, format: "fix" }),
      says: "line 1: format: expected canonical, ccxt",
    },
    {
      name: "a rule that there is not",
      text: historyText({ ...GOOD, ...expects("orphan\u0007") }),
      says: "line 1: expect.mismatches[0]: expected ts_regression, ",
    },
    {
      name: "an expectation of nothing at all",
      text: historyText({ ...GOOD, expect: null }),
      says: "line 1: expect: expected an object, got null",
    },
    {
      name: "an expectation without findings",
      text: historyText({ ...GOOD, expect: { error: "auth" } }),
      says: "line 1: expect.mismatches: expected an array",
    },
    {
      name: "a misspelt expectation",
      text: historyText({ ...GOOD, expect: { mismatches: [], errors: 1 } }),
      says: "line 1: expect.errors: no such field",
    },
    {
      name: "a grace on a later line",
      text: historyText(GOOD, { ...GOOD, settle: { syncs: 1, ms: 0 } }),
      says: "line 2: settle: expected on the first line alone",
    },
    {
      name: "a grace that nobody waits for",
      text: historyText({ ...GOOD, settle: { syncs: 0, ms: 0 } }),
      says: "line 1: settle: expected 1 to 100 syncs",
    },
    {
      name: "a restart that is no yes or no",
      text: historyText({ ...GOOD, restart: 1 }),
      says: "line 1: restart: expected true or false",
    },
    {
      name: "times that go back",
      text: historyText(historyLine(1), historyLine(0)),
      says: `line 2: at: ${BEGIN} is before the ${BEGIN + 1000} of the line above`,
    },
    {
      name: "too many characters",
      text: " ".repeat(MOST_HISTORY_BYTES + 1),
      says: "this is too large: it may have 32 MiB",
    },
    {
      name: "too many lines",
      text: "\n".repeat(20_001),
      says: "20001 lines are more than the 20000 that it may have",
    },
  ])("is refused with $name", async ({ text, says }) => {
    expect(await refusalOf(text)).toContain(says);
  });
});
