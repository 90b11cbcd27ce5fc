import type { OrderRow } from "../rows.js";
import type { Instrument } from "./instrument.js";

/** What the market leaves alone for a while: a divergence that is to last needs its row to stay as it is. */
export class Holds {
  readonly #orders = new Set<string>();
  readonly #instruments = new Set<Instrument>();

  holdOrder(row: OrderRow): void {
    this.#orders.add(row.key);
  }

  holdInstrument(instrument: Instrument): void {
    this.#instruments.add(instrument);
  }

  release(): void {
    this.#orders.clear();
    this.#instruments.clear();
  }

  hasInstrument(instrument: Instrument): boolean {
    return this.#instruments.has(instrument);
  }

  /** Whether the order, or all of its symbol, is left alone. */
  hasOrder(row: OrderRow): boolean {
    return this.hasInstrument(row.instrument) || this.#orders.has(row.key);
  }
}
