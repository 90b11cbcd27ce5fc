import { type Decimal, isZero } from "./decimal.js";
import { isSaid, type KnownOrder, knownDecimal } from "./known.js";
import { quoted } from "./printable.js";
import type { MarginMode, OpenOrderSnap, PositionSnap } from "./snapshot.js";

const MOST_CHARACTERS = 120;

/** An id or a symbol in quotes; one of more than 120 characters is cut, and its length said. */
export function named(text: string): string {
  if (text.length <= MOST_CHARACTERS) return quoted(text);
  return `${quoted(text.slice(0, MOST_CHARACTERS))}… (${text.length} characters)`;
}

/** `order "17" on "BTCUSDT"`. */
export function orderName({ orderId, symbol }: Pick<OpenOrderSnap, "orderId" | "symbol">): string {
  return `order ${named(orderId)} on ${named(symbol)}`;
}

/** `position "BTCUSDT" LONG`, with its margin mode where that was said. */
export function positionName(row: {
  readonly symbol: string;
  readonly side: PositionSnap["side"];
  readonly marginMode?: MarginMode | null | undefined;
}): string {
  const mode = isSaid(row.marginMode) ? ` ${row.marginMode}` : "";
  return `position ${named(row.symbol)} ${row.side}${mode}`;
}

/** `BUY 0.1 at 49000.00`, as far as it was said; empty where nothing was. */
export function termsOf({ side, qty, price }: Pick<KnownOrder, "side" | "qty" | "price">): string {
  const at = !isSaid(price) || isZero(knownDecimal(price)) ? "" : `at ${knownDecimal(price).text}`;
  const size = isSaid(qty) ? knownDecimal(qty).text : "";
  return [side ?? "", size, at].filter((part) => part !== "").join(" ");
}

/** What has to stay the same for a difference to be the same one: texts of which none can run into the next. */
export function sameAs(...parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}

/** A number as text that all its notations share: 1.50 and 1.5, 0 and -0.0. */
export function numberOf({ units, scale }: Decimal): string {
  let [digits, places] = [BigInt(units), scale];
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places--;
  }
  return `${digits}e-${places}`;
}
