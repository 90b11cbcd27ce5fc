import { randomOf } from "../random.js";

/** Choices that look random and are the same for the same seed. */
export class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  /** True so often of 1. */
  often(share: number): boolean {
    return this.#random() < share;
  }

  /** A whole number, both ends included. */
  from(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  of<T>(choices: readonly T[]): T {
    const [first] = choices;
    if (first === undefined) throw new Error("there is nothing to choose from");
    return choices[this.from(0, choices.length - 1)] ?? first;
  }

  /** Between so many of them and so many, as `make` makes them. */
  list<T>(least: number, most: number, make: () => T): T[] {
    return Array.from({ length: this.from(least, most) }, make);
  }
}
