const WORD = 2 ** 32;

/**
 * Numbers that look random and are the same for the same seed on every machine: 32-bit whole numbers only (Chris
 * Doty-Humphrey's sfc32), so that no engine's floating point or library has a say. Not for secrets.
 */
export class Random {
  readonly #seed: string;
  #a = 0;
  #b = 0;
  #c = 0;
  #d = 1;

  /** @param seed any text; each gives a row of numbers of its own. */
  constructor(seed: string) {
    this.#seed = seed;
    [this.#a, this.#b, this.#c] = [hash(seed, 0x9e3779b9), hash(seed, 0x85ebca6b), hash(seed, 0xc2b2ae35)];
    for (let round = 0; round < 15; round++) this.#next();
  }

  /** A generator of its own for one purpose, so that what one purpose draws moves nothing for the others. */
  fork(purpose: string): Random {
    return new Random(`${this.#seed}/${purpose}`);
  }

  /** A whole number from 0 up to, and without, `limit` (at most 2^32). */
  below(limit: number): number {
    const fair = WORD - (WORD % limit);
    let drawn = this.#next();
    while (drawn >= fair) drawn = this.#next();
    return drawn % limit;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** True in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** @throws RangeError where there is nothing to pick from. */
  pick<T extends object | string | number | null>(items: readonly T[]): T {
    const picked = this.pickAny(items);
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }

  /** One of the items, or undefined where there is none. */
  pickAny<T extends object | string | number | null>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }

  /** A copy in another order. */
  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.flatMap(() => rest.splice(this.below(rest.length), 1));
  }

  #next(): number {
    const drawn = (((this.#a + this.#b) | 0) + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + drawn) | 0;
    return drawn >>> 0;
  }
}

function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  return value ^ (value >>> 15);
}
