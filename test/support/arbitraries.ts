import fc from "fast-check";

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
}

const WILD: Ingredients = { text: wildText, decimal: plainDecimal, orderId: wildText };

function wirePositions({ text, decimal }: Ingredients) {
  return fc.record({
    symbol: text,
    side: fc.constantFrom("LONG", "SHORT", "BOTH"),
    qty: decimal,
    entry_price: fc.option(decimal),
    mark_price: fc.option(decimal),
    unrealized_pnl: fc.option(decimal),
    leverage: fc.option(fc.maxSafeInteger()),
    ts: fc.option(timestamp),
  });
}

function wireOrders({ text, decimal, orderId }: Ingredients) {
  return fc.record({
    order_id: orderId,
    symbol: text,
    side: fc.constantFrom("BUY", "SELL"),
    order_type: fc.oneof(fc.constantFrom("LIMIT", "MARKET", "STOP"), text),
    price: decimal,
    qty: decimal,
    filled_qty: decimal,
    reduce_only: fc.boolean(),
    status: text,
    ts: fc.option(timestamp),
  });
}

export type WirePosition = Given<typeof wirePositions>;
export type WireOrder = Given<typeof wireOrders>;
type Given<F extends (parts: Ingredients) => unknown> =
  ReturnType<F> extends fc.Arbitrary<infer T> ? T : never;

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
const FEW_SYMBOLS = ["BTCUSDT", "BTC/USDT:USDT", "btcusdt", "__proto__"];

/** Ingredients whose texts and ids are few and alike, so that duplicates, hedge legs and near misses are many. */
export const LOOKALIKES: Ingredients = {
  text: fc.constantFrom(...FEW_SYMBOLS),
  orderId: fc.constantFrom(...LOOKALIKE_IDS),
  decimal: fc.oneof(decimalText, fc.constantFrom("0", "-0", "0.0", "-0.000", "-0e3", "-1e-9", "5")),
};

/** Some of the ids that {@link LOOKALIKES} has. */
export const knownLookalikes = fc.subarray(LOOKALIKE_IDS);

const healthyDecimal = fc.oneof(
  decimalText.map((text) => text.replace("-", "")),
  fc.constantFrom("0", "-0", "-0.000", "-0e3"),
);

/**
 * An account with nothing wrong: no key twice, no quantity below zero. Hedge legs of one symbol, ids that differ in
 * their last digit and negative zero are frequent; it may be empty.
 */
export const cleanAccounts = fc.record({
  positions: fc.uniqueArray(wirePositions({ ...LOOKALIKES, decimal: healthyDecimal }), {
    maxLength: 8,
    selector: ({ symbol, side }) => `${side} ${symbol}`,
  }),
  open_orders: fc.uniqueArray(
    wireOrders({
      ...LOOKALIKES,
      orderId: fc.oneof(LOOKALIKES.orderId, fc.bigInt({ min: 0n, max: 2n ** 64n }).map(String), wildText),
      decimal: healthyDecimal,
    }),
    { maxLength: 8, selector: ({ order_id }) => order_id },
  ),
});

/** A list and one of its permutations. */
export function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}
