import type { Random } from "../random.js";
import type { Instrument } from "./instrument.js";

const ALPHABET = [..."0123456789abcdef"];

/** Hands out the order ids of one exchange: unique on a symbol, and on some symbols the same as on another. */
export class OrderIds {
  readonly #random: Random;
  readonly #prefix: string;
  #long: number;
  #counted: number;
  #countedOn = new Set<string>();
  #isSpent = false;
  #sent = 0;
  readonly #sender: string;

  constructor(random: Random) {
    this.#random = random;
    this.#prefix = `${random.between(1, 8)}${random.between(10_000_000_000, 10_000_000_000 + 2 ** 31)}`;
    this.#long = random.between(1_000_000, 8_000_000);
    this.#counted = random.between(1_000, 900_000_000);
    this.#sender = this.#letters(6);
  }

  /** The exchange's id for the next order on a symbol. */
  next({ symbol, idStyle }: Instrument): string {
    if (idStyle === "random") return this.#letters(20);
    if (idStyle === "long") return `${this.#prefix}${this.#nextLong()}`;
    const mayRepeat = !this.#isSpent && !this.#countedOn.has(symbol);
    if (!mayRepeat || this.#random.chance(40)) {
      this.#counted += 1;
      this.#countedOn = new Set();
      this.#isSpent = false;
    }
    this.#countedOn.add(symbol);
    return String(this.#counted);
  }

  /** An id that no other symbol shares, now or later. */
  nextAlone(instrument: Instrument): string {
    this.spendCounted();
    const id = this.next(instrument);
    this.spendCounted();
    return id;
  }

  /** The short number handed out last does not come again on another symbol. */
  spendCounted(): void {
    this.#isSpent = true;
  }

  /** The bot's own id for the next order that it sends. */
  nextOfOurs(): string {
    this.#sent += 1;
    return `${this.#sender}-${this.#sent}`;
  }

  #nextLong(): number {
    this.#long += this.#random.chance(70) ? 1 : this.#random.between(2, 40);
    return this.#long;
  }

  #letters(length: number): string {
    return Array.from({ length }, () => this.#random.pick(ALPHABET)).join("");
  }
}
