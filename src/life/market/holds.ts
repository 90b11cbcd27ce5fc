import type { OrderRow } from "../rows.js";
import type { Instrument } from "./instrument.js";

/**
 * What a divergence needs of the market while it lasts: that some rows are left alone, so that they stay as they are, or that
 * a symbol is traded more than others.
 */
export class Holds {
  readonly #orders = new Set<string>();
  readonly #instruments = new Set<Instrument>();

  /** The symbol that is traded most, if there is one. */
  busiest: Instrument | null = null;

  holdOrder(row: OrderRow): void {
    this.#orders.add(row.key);
  }

  holdInstrument(instrument: Instrument): void {
    this.#instruments.add(instrument);
  }

  release(): void {
    this.#orders.clear();
    this.#instruments.clear();
    this.busiest = null;
  }

  hasInstrument(instrument: Instrument): boolean {
    return this.#instruments.has(instrument);
  }

  /** Whether the order, or all of its symbol, is left alone. */
  hasOrder(row: OrderRow): boolean {
    return this.hasInstrument(row.instrument) || this.#orders.has(row.key);
  }
}
