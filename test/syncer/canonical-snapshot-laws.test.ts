import fc from "fast-check";
import { expect, it } from "vitest";
import { canonicalJson } from "../../src/syncer/canonical-json.js";
import { canonicalOrders, canonicalPositions, renderSnapshot } from "../../src/syncer/canonical-snapshot.js";
import { loadSnapshot, parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import {
  DEEPEST_SCALE,
  decimalText,
  plainDecimal,
  shuffled,
  type WireOrder,
  type WirePosition,
  wildText,
  wireSnapshots,
} from "../support/arbitraries.js";
import { codePointKey, exactUnits } from "../support/exact-oracle.js";

it("load(render(s)) is s in canonical order, and renders the same again", () => {
  const roundTrip = fc.property(wireSnapshots({ decimal: decimalText }), (wire) => {
    const snapshot = parseSnapshot(wire);
    const text = renderSnapshot(snapshot);
    const loaded = loadSnapshot(text);
    expect(loaded).toStrictEqual({
      ...snapshot,
      positions: canonicalPositions(snapshot.positions),
      openOrders: canonicalOrders(snapshot.openOrders),
    });
    expect(renderSnapshot(loaded)).toBe(text);
  });
  fc.assert(roundTrip, { numRuns: 500 });
});

it("renderSnapshot is canonicalJson of the wire object with its rows sorted", () => {
  const sameBytes = fc.property(wireSnapshots(), (wire) => {
    const sorted = {
      ...wire,
      positions: sortedBy(wire.positions, positionKey),
      open_orders: sortedBy(wire.open_orders, orderKey),
    };
    expect(renderSnapshot(parseSnapshot(wire))).toBe(canonicalJson(sorted));
  });
  fc.assert(sameBytes, { numRuns: 500 });
});

it("rows of different keys give the same bytes in any order", () => {
  const permuted = wireSnapshots({
    text: fc.oneof(fc.constantFrom("BTC", "ETH"), wildText),
    decimal: fc.oneof(fc.constantFrom("1", "1.0", "10", "-1"), plainDecimal),
  })
    .map((wire) => ({
      ...wire,
      positions: distinctBy(wire.positions, positionKey),
      open_orders: distinctBy(wire.open_orders, orderKey),
    }))
    .chain((wire) =>
      fc.record({
        wire: fc.constant(wire),
        positions: shuffled(wire.positions),
        open_orders: shuffled(wire.open_orders),
      }),
    );
  const sameBytes = fc.property(permuted, ({ wire, positions, open_orders }) => {
    const other = parseSnapshot({ ...wire, positions, open_orders });
    expect(renderSnapshot(other)).toBe(renderSnapshot(parseSnapshot(wire)));
  });
  fc.assert(sameBytes, { numRuns: 500 });
});

// Keys of one width for each part, so that they compare as text the way that the parts compare by themselves.
function positionKey({ symbol, side }: WirePosition): string {
  return [symbol, side].map(codePointKey).join(" ");
}

function orderKey(order: WireOrder): string {
  const { symbol, side, order_type, price, qty, order_id } = order;
  // What was not said comes first.
  const [unsaid, said] = [10n ** 90n, 2n * 10n ** 90n];
  const numbers = [price, qty].map((text) =>
    text === null ? unsaid : exactUnits(text, DEEPEST_SCALE) + said,
  );
  return [...[symbol, side, order_type].map(codePointKey), ...numbers, codePointKey(order_id)].join(" ");
}

function sortedBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1)).map(({ row }) => row);
}

function distinctBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
