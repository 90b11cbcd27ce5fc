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

const timestamp = fc.oneof(fc.nat({ max: 9 }), fc.nat({ max: Number.MAX_SAFE_INTEGER }));

/** What an account's rows are made of. Few texts and ids give many duplicates. */
interface Ingredients {
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

/** A list and one of its permutations. */
export function shuffled<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], { minLength: list.length });
}
