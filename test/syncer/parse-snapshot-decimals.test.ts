import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/syncer/canonical-json.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { problemsOf } from "../support/refusal.js";

const DECIMALS = [
  ["positions[0]", "qty"],
  ["positions[0]", "entry_price"],
  ["positions[0]", "mark_price"],
  ["positions[0]", "unrealized_pnl"],
  ["open_orders[0]", "price"],
  ["open_orders[0]", "qty"],
  ["open_orders[0]", "filled_qty"],
] as const;

describe.each(DECIMALS)("%s.%s", (row, field) => {
  it.each<{ value: JsonValue; got: string }>([
    { value: "NaN", got: 'the text "NaN"' },
    { value: "Infinity", got: 'the text "Infinity"' },
    { value: "-Infinity", got: 'the text "-Infinity"' },
    { value: "", got: 'the text ""' },
    { value: "1,5", got: 'the text "1,5"' },
    { value: " 1", got: 'the text " 1"' },
    { value: "1\n2", got: String.raw`the text "1\u{a}2"` },
    { value: 0.5, got: "the number 0.5" },
    { value: 0, got: "the number 0" },
    { value: Number.NaN, got: "the number NaN" },
    { value: Number.POSITIVE_INFINITY, got: "the number Infinity" },
    { value: true, got: "true" },
    { value: [], got: "an array" },
    { value: {}, got: "an object" },
  ])("refuses $got", ({ value, got }) => {
    const expected = `${row}.${field}: expected a decimal as text, such as "0.10", got ${got}`;
    const bad = { [field]: value };
    const wire =
      row === "positions[0]" ? { positions: [wirePosition(bad)] } : { open_orders: [wireOrder(bad)] };
    expect(problemsOf(() => parseSnapshot(wireSnapshot(wire)))).toEqual([expected]);
  });
});
