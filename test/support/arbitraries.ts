import fc from "fast-check";
import {
  MARGIN_MODES,
  type MarginMode,
  ORDER_SIDES,
  type OrderSide,
  POSITION_SIDES,
  type PositionSide,
} from "../../src/syncer/snapshot.js";

const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });

const wholePart = fc.oneof(
  fc.constantFrom("0", "1", "9007199254740991", "9007199254740992", "9007199254740993"),
  fc.nat({ max: 99_999 }).map(String),
  fc.bigInt({ min: 0n, max: 10n ** 25n }).map(String),
);

/** Decimal text without an exponent, of either sign, with up to 25 digits before the point and 20 after. */
export const plainDecimal = fc
  .tuple(fc.constantFrom("", "", "-"), wholePart, fc.oneof(fc.constant(""), digits(1, 20)))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`);

/** Decimal text, one in three with an exponent from -40 to 40. */
export const decimalText = fc
  .tuple(plainDecimal, fc.constantFrom("", "", "e", "E", "e+"), fc.integer({ min: -40, max: 40 }))
  .map(([plain, mark, power]) => (mark === "" ? plain : `${plain}${power < 0 ? "e" : mark}${power}`));

/** The digits after the point that a {@link decimalText} can have: 20 of its own, 40 from its exponent. */
export const DEEPEST_SCALE = 60;

/** Text with what breaks lines, quoting and code point order: controls, pairs, unpaired surrogates, U+E000 and up. */
export const wildText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("a", "b", '"', "\\", "\n", "\0", "\x7f", "\u2028", "\u202e", "é"),
    fc.constantFrom("\ud800", "\ud83d", "\udc00", "\udfff", "\ue000", "\uf900", "\uffff", "😀", "\u{10ffff}"),
  ),
  minLength: 1,
  maxLength: 8,
});

/** Unix ms, one in two small, so that they meet. */
export const timestamp = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

/** What an account's rows are made of. Few texts and ids give many duplicates. */
export interface Ingredients {
  readonly text: fc.Arbitrary<string>;
  readonly decimal: fc.Arbitrary<string>;
  readonly orderId: fc.Arbitrary<string>;
  /** Unix ms. */
  readonly time: fc.Arbitrary<number>;
}

const WILD: Ingredients = { text: wildText, decimal: plainDecimal, orderId: wildText, time: timestamp };

/** A position in wire form. */
export type WirePosition = {
  readonly symbol: string;
  readonly side: PositionSide;
  readonly qty: string;
  readonly entry_price: string | null;
  readonly mark_price: string | null;
  readonly unrealized_pnl: string | null;
  readonly leverage: number | null;
  readonly ts: number | null;
  readonly margin_mode?: MarginMode;
};

/** An open order in wire form. */
export type WireOrder = {
  readonly order_id: string;
  readonly symbol: string;
  readonly side: OrderSide;
  readonly order_type: string;
  readonly price: string;
  readonly qty: string | null;
  readonly filled_qty: string | null;
  readonly reduce_only: boolean;
  readonly status: string;
  readonly ts: number | null;
  readonly client_order_id?: string;
};

function wirePositions({ text, decimal, time }: Ingredients): fc.Arbitrary<WirePosition> {
  const said = fc.record({
    symbol: text,
    side: fc.constantFrom(...POSITION_SIDES),
    qty: decimal,
    entry_price: fc.option(decimal),
    mark_price: fc.option(decimal),
    unrealized_pnl: fc.option(decimal),
    leverage: fc.option(fc.maxSafeInteger()),
    ts: fc.option(time),
  });
  return fc.tuple(said, fc.option(fc.constantFrom(...MARGIN_MODES))).map(([row, margin_mode]) => ({
    ...row,
    ...(margin_mode === null ? null : { margin_mode }),
  }));
}

function wireOrders({ text, decimal, orderId, time }: Ingredients): fc.Arbitrary<WireOrder> {
  const said = fc.record({
    order_id: orderId,
    symbol: text,
    side: fc.constantFrom(...ORDER_SIDES),
    order_type: fc.oneof(fc.constantFrom("LIMIT", "MARKET", "STOP"), text),
    price: decimal,
    qty: fc.option(decimal),
    filled_qty: fc.option(decimal),
    reduce_only: fc.boolean(),
    status: text,
    ts: fc.option(time),
  });
  return fc.tuple(said, fc.option(orderId, { freq: 2 })).map(([row, client_order_id]) => ({
    ...row,
    ...(client_order_id === null ? null : { client_order_id }),
  }));
}

/** Any snapshot in wire form, however odd. */
export function wireSnapshots(ingredients: Partial<Ingredients> = {}) {
  const parts = { ...WILD, ...ingredients };
  return fc.record({
    positions: fc.array(wirePositions(parts), { maxLength: 8 }),
    open_orders: fc.array(wireOrders(parts), { maxLength: 8 }),
    ts: timestamp,
    source: parts.text,
  });
}

// Where ids, symbols and names of JavaScript's own are easily confused.
const LOOKALIKE_IDS = [
  "9007199254740992",
  "9007199254740993",
  "9223372036854775807",
  "18446744073709551614",
  "18446744073709551615",
  "1",
  "01",
  "1 ",
  "a",
  "A",
  "\u00e9",
  "e\u0301",
  "__proto__",
  "constructor",
];
/** Symbols that are few and alike. */
export const FEW_SYMBOLS = ["BTCUSDT", "BTC/USDT:USDT", "btcusdt", "__proto__"];

/** Ingredients whose texts and ids are few and alike, so that duplicates, hedge legs and near misses are many. */
export const LOOKALIKES: Ingredients = {
  text: fc.constantFrom(...FEW_SYMBOLS),
  orderId: fc.constantFrom(...LOOKALIKE_IDS),
  decimal: fc.oneof(decimalText, fc.constantFrom("0", "-0", "0.0", "-0.000", "-0e3", "-1e-9", "5")),
  time: timestamp,
};

/** Some of the ids that {@link LOOKALIKES} has. */
export const knownLookalikes = fc.subarray(LOOKALIKE_IDS);

/** A list and one of its permutations. */
export function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}
