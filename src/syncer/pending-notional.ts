import { type Decimal, decimal, decimalFromUnits, subtractUnits, unitsAtScale } from "./decimal.js";
import type { OpenOrderSnap } from "./snapshot.js";

const NOTHING = decimal("0");

/**
 * The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
 * (contract, section 4). A fill that was not said counts as none; an order without qty is left out. Plain text, with as many decimals as the finest product has.
 */
export function pendingNotional(orders: readonly OpenOrderSnap[]): Decimal {
  const sum = new ExactSum();
  for (const { price, qty, filledQty: filled } of orders) {
    if (qty === null) continue;
    const filledQty = filled ?? NOTHING;
    const scale = Math.max(qty.scale, filledQty.scale);
    const rest = subtractUnits(unitsAtScale(qty, scale), unitsAtScale(filledQty, scale));
    if (rest > 0) sum.addProduct(price.units, rest, price.scale + scale);
  }
  return sum.total();
}

/**
 * Adds products of whole numbers, each at its scale. Plain numbers carry the sum while it is a safe integer,
 * which is exact; what does not fit goes to a bigint.
 */
class ExactSum {
  readonly #numbers: number[] = [];
  readonly #bigints: bigint[] = [];

  addProduct(a: number | bigint, b: number | bigint, scale: number): void {
    while (this.#numbers.length <= scale) this.#numbers.push(0);
    if (typeof a === "number" && typeof b === "number") {
      // Rounding never crosses 2^53, so a product or a sum that comes out safe is exact.
      const product = a * b;
      const sum = (this.#numbers[scale] ?? 0) + product;
      if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) {
        this.#numbers[scale] = sum;
        return;
      }
    }
    this.#bigints[scale] = (this.#bigints[scale] ?? 0n) + BigInt(a) * BigInt(b);
  }

  total(): Decimal {
    let units = 0n;
    for (const [scale, partial] of this.#numbers.entries()) {
      units = units * 10n + BigInt(partial) + (this.#bigints[scale] ?? 0n);
    }
    return decimalFromUnits(units, Math.max(0, this.#numbers.length - 1));
  }
}
