import fc from "fast-check";
import { expect, it } from "vitest";
import { findMismatches } from "../../src/syncer/mismatch-rules.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import {
  decimalText,
  plainDecimal,
  type WireOrder,
  type WirePosition,
  wireSnapshots,
} from "../support/arbitraries.js";

const ORDER_IDS = ["a", "b", "c", "d", "e"];
const crowded = wireSnapshots({
  text: fc.constantFrom("BTC", "ETH"),
  orderId: fc.constantFrom(...ORDER_IDS),
  decimal: fc.oneof(decimalText, fc.constantFrom("-0", "0.0", "-0e3", "-1e-9", "5")),
});
const lastTimestamps = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

it("the rules find what a plain reading of the wire text finds", () => {
  const knownIds = fc.option(fc.subarray(ORDER_IDS));
  const agree = fc.property(crowded, lastTimestamps, knownIds, (wire, lastTs, known) => {
    const mismatches = findMismatches({
      snapshot: parseSnapshot(wire),
      lastTs,
      knownOrderIds: known === null ? null : new Set(known),
    });
    const found = mismatches.map(({ rule, detail }) => `${rule} ${subjectOf(detail)}`);
    expect(found).toEqual(readPlainly(wire, lastTs, known));
  });
  fc.assert(agree, { numRuns: 1000 });
});

it("a healthy account raises nothing", () => {
  const healthy = wireSnapshots({ decimal: plainDecimal.map((text) => text.replace("-", "")) }).map(
    (wire) => ({
      ...wire,
      positions: wire.positions.map((row, index) => ({ ...row, symbol: `${row.symbol} ${index}` })),
      open_orders: wire.open_orders.map((row, index) => ({ ...row, order_id: `${row.order_id} ${index}` })),
    }),
  );
  const silent = fc.property(healthy, fc.double({ min: 0, max: 1, noNaN: true }), (wire, share) => {
    const knownOrderIds = new Set(wire.open_orders.map((row) => row.order_id));
    const lastTs = Math.floor(wire.ts * share);
    expect(findMismatches({ snapshot: parseSnapshot(wire), lastTs, knownOrderIds })).toEqual([]);
  });
  fc.assert(silent, { numRuns: 1000 });
});

interface Wire {
  readonly positions: readonly WirePosition[];
  readonly open_orders: readonly WireOrder[];
  readonly ts: number;
}

/** Each finding as `rule subject`, from the text of the wire alone: pairs compared one by one, digits read as text. */
function readPlainly(wire: Wire, lastTs: number, known: readonly string[] | null): string[] {
  const { positions, open_orders, ts } = wire;
  const isEmpty = positions.length + open_orders.length + ts === 0;
  const isBelowZero = (text: string) => /^-[0.]*[1-9]/.test(text);
  const positionNames = positions.map(({ symbol, side }) => `"${symbol}" ${side}`);
  const orderNames = open_orders.map(({ order_id }) => `"${order_id}"`);
  const repeats = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) < index);
  const belowZero = (names: readonly string[], rows: readonly { readonly qty: string }[]) =>
    names.filter((_, index) => isBelowZero(rows[index]?.qty ?? ""));
  const orphans = orderNames.filter((name) => known !== null && !known.includes(name.slice(1, -1)));
  return [
    ...(ts < lastTs && !isEmpty ? [`ts_regression ${ts} ${lastTs}`] : []),
    ...[...repeats(positionNames), ...repeats(orderNames)].map((name) => `duplicate_key ${name}`),
    ...[...belowZero(positionNames, positions), ...belowZero(orderNames, open_orders)].map(
      (name) => `negative_qty ${name}`,
    ),
    ...orphans.map((name) => `orphan_order ${name}`),
  ];
}

function subjectOf(detail: string): string {
  const row = /^(?:position ("[^"]*" [A-Z]+)|order ("[^"]*"))/.exec(detail);
  return row?.[1] ?? row?.[2] ?? (detail.match(/\d+/g) ?? []).join(" ");
}
