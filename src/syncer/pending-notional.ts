import type { OpenOrderSnap } from "./contracts.js";
import { type Decimal, decimalFromUnits, subtractUnits, unitsAtScale } from "./decimal.js";

/**
 * The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
 * (contract, section 4). Plain text, with as many decimals as the finest product has.
 */
export function pendingNotional(orders: readonly OpenOrderSnap[]): Decimal {
  const sum = new ExactSum();
  for (const { price, qty, filledQty } of orders) {
    const scale = Math.max(qty.scale, filledQty.scale);
    const rest = subtractUnits(unitsAtScale(qty, scale), unitsAtScale(filledQty, scale));
    if (rest > 0) sum.add(multiplyUnits(price.units, rest), price.scale + scale);
  }
  return sum.total();
}

/** Adds whole numbers at any scale. Each scale has a plain number while that is exact. */
class ExactSum {
  readonly #byScale: (number | bigint)[] = [];

  add(units: number | bigint, scale: number): void {
    while (this.#byScale.length <= scale) this.#byScale.push(0);
    this.#byScale[scale] = addUnits(this.#byScale[scale] ?? 0, units);
  }

  total(): Decimal {
    const scale = Math.max(0, this.#byScale.length - 1);
    let units = 0n;
    for (const partial of this.#byScale) units = units * 10n + BigInt(partial);
    return decimalFromUnits(units, scale);
  }
}

function addUnits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return BigInt(a) + BigInt(b);
}

// A product that is rounded to a safe integer is that integer: rounding never crosses 2^53.
function multiplyUnits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}
