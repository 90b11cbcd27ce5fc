import type { MarginMode, PositionSide } from "../../syncer/snapshot.js";
import type { Random } from "../random.js";

/**
 * How an exchange keeps the positions of a symbol. `hedge`: a LONG and a SHORT leg beside each other; `one_way`: one row of
 * side BOTH, which shows a magnitude; `net`: one row whose side is that of its sign.
 */
export type PositionMode = "hedge" | "one_way" | "net";

/** What is traded, and the ways of its exchange. */
export interface Instrument {
  readonly symbol: string;
  readonly mode: PositionMode;
  /** The modes in which positions are held there; null is one that is never spoken of. */
  readonly margins: readonly (MarginMode | null)[];
  /** Whether its rows say the margin mode. */
  readonly saysMargin: boolean;
  /** Whether the bot says it. */
  readonly tellsMargin: boolean;
  /** Digits after the point. */
  readonly priceScale: number;
  readonly lotScale: number;
  /** In ticks. */
  readonly startPrice: number;
  /** `counted`: short numbers, which come again on other symbols; `long`: 64 bits, neighbours differ in the last digit. */
  readonly idStyle: "counted" | "long" | "random";
  readonly showsClientIds: boolean;
  /** Whether a position that was closed stays in the list for good, with size zero. */
  readonly keepsFlatRows: boolean;
  readonly stampsPositions: boolean;
  /** The names of all the positions that there can be, made once: `XYUSDT LONG CROSS`. */
  readonly legs: Readonly<Record<PositionSide, Readonly<Record<MarginMode | "UNSAID", string>>>>;
}

type Ways = Pick<
  Instrument,
  "mode" | "margins" | "saysMargin" | "tellsMargin" | "idStyle" | "showsClientIds"
>;

const OWN = { idStyle: "counted", showsClientIds: true } as const;
const COUNTED = { idStyle: "counted", showsClientIds: false } as const;
const LONG = { idStyle: "long", showsClientIds: false } as const;
const LONG_OWN = { idStyle: "long", showsClientIds: true } as const;
const RANDOM = { idStyle: "random", showsClientIds: true } as const;

// Each market has all of these ways, on symbols, scales and prices of its own.
const TRADED: readonly Ways[] = [
  { mode: "hedge", margins: ["CROSS"], saysMargin: true, tellsMargin: true, ...OWN },
  { mode: "hedge", margins: ["CROSS", "ISOLATED"], saysMargin: true, tellsMargin: true, ...LONG },
  { mode: "one_way", margins: [null], saysMargin: false, tellsMargin: false, ...COUNTED },
  { mode: "net", margins: ["ISOLATED"], saysMargin: true, tellsMargin: false, ...LONG_OWN },
  { mode: "hedge", margins: ["CROSS", "ISOLATED"], saysMargin: true, tellsMargin: false, ...OWN },
  { mode: "one_way", margins: ["CROSS"], saysMargin: false, tellsMargin: true, ...RANDOM },
];

const NEVER_TRADED: readonly Ways[] = [
  { mode: "net", margins: ["CROSS"], saysMargin: true, tellsMargin: true, ...LONG },
  { mode: "one_way", margins: [null], saysMargin: false, tellsMargin: false, ...COUNTED },
];

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const QUOTES = ["USDT", "USDC", "USD"];
const FORMS: readonly ((base: string, quote: string) => string)[] = [
  (base, quote) => `${base}${quote}`,
  (base, quote) => `${base}/${quote}:${quote}`,
  (base, quote) => `${base}-${quote}-SWAP`,
];

/** The symbols of one exchange: those that the bot trades, and some that it never touches. */
export interface Listing {
  readonly traded: readonly Instrument[];
  readonly neverTraded: readonly Instrument[];
}

/** Lists an exchange. */
export function drawListing(random: Random): Listing {
  const nameOf = random.pick(FORMS);
  const taken = new Set<string>();
  const draw = (ways: Ways) => drawInstrument(ways, nameOf, taken, random);
  return { traded: random.shuffled(TRADED).map(draw), neverTraded: NEVER_TRADED.map(draw) };
}

function drawInstrument(
  ways: Ways,
  nameOf: (base: string, quote: string) => string,
  taken: Set<string>,
  random: Random,
): Instrument {
  const symbol = drawSymbol(nameOf, taken, random);
  return {
    symbol,
    legs: {
      LONG: legsOf(`${symbol} LONG`),
      SHORT: legsOf(`${symbol} SHORT`),
      BOTH: legsOf(`${symbol} BOTH`),
    },
    ...ways,
    priceScale: random.between(1, 4),
    lotScale: random.between(0, 3),
    startPrice: random.between(2_000, 900_000),
    keepsFlatRows: ways.mode !== "net" && random.chance(40),
    stampsPositions: random.chance(85),
  };
}

function legsOf(side: string): Instrument["legs"]["LONG"] {
  return { CROSS: `${side} CROSS`, ISOLATED: `${side} ISOLATED`, UNSAID: side };
}

function drawSymbol(
  nameOf: (base: string, quote: string) => string,
  taken: Set<string>,
  random: Random,
): string {
  for (;;) {
    const base = Array.from({ length: random.between(2, 5) }, () => random.pick(LETTERS)).join("");
    const symbol = nameOf(base, random.pick(QUOTES));
    if (!taken.has(symbol)) {
      taken.add(symbol);
      return symbol;
    }
  }
}
