import type { MarginMode, PositionSide } from "../../syncer/snapshot.js";
import type { Instrument } from "./instrument.js";

/** The leg that a trade moves: of a hedge one of two, else the one there is, whose sign says its direction. */
export type Leg = "LONG" | "SHORT" | "NET";

/** One change of a position. */
export interface Trade {
  readonly instrument: Instrument;
  readonly leg: Leg;
  readonly margin: MarginMode | null;
  /** Lots by which the leg grows; below 0 it shrinks. */
  readonly delta: number;
  readonly price: number;
  /** Unix ms. */
  readonly at: number;
}

/** What is held on one leg. Lots are below 0 only where a NET leg is short. */
export interface Holding {
  readonly instrument: Instrument;
  readonly leg: Leg;
  readonly margin: MarginMode | null;
  readonly lots: number;
  /** The average price, in tenths of a tick. */
  readonly entry: number;
  readonly changedAt: number;
}

/** Positions as the sum of trades; the exchange keeps one, the bot another, and they hear of a trade at two moments. */
export class Holdings {
  readonly #byLeg = new Map<string, Holding>();

  all(): readonly Holding[] {
    return [...this.#byLeg.values()];
  }

  /** Lots on a leg; 0 where there is none. */
  lotsOf(leg: Pick<Trade, "instrument" | "leg" | "margin">): number {
    return this.#byLeg.get(keyOf(leg))?.lots ?? 0;
  }

  apply(trade: Trade): void {
    const { instrument, leg, margin, delta, price, at } = trade;
    const before = this.#byLeg.get(keyOf(trade));
    const lots = (before?.lots ?? 0) + delta;
    const entry = averageEntry(before, lots, delta, price);
    this.#byLeg.set(keyOf(trade), { instrument, leg, margin, lots, entry, changedAt: at });
    if (lots === 0 && !instrument.keepsFlatRows) this.#byLeg.delete(keyOf(trade));
  }

  /** Forgets all of it and takes over another's. */
  copyFrom(other: Holdings): void {
    this.#byLeg.clear();
    for (const holding of other.all()) this.#byLeg.set(keyOf(holding), holding);
  }

  /** Drops the legs of size zero, as exchanges do after a while. */
  dropFlat(): void {
    for (const [key, { lots }] of this.#byLeg) if (lots === 0) this.#byLeg.delete(key);
  }
}

/** The side under which an exchange, or a bot, lists a leg. */
export function sideOf({ instrument, leg, lots }: Holding): PositionSide {
  if (leg !== "NET") return leg;
  if (instrument.mode === "one_way") return "BOTH";
  return lots < 0 ? "SHORT" : "LONG";
}

function averageEntry(before: Holding | undefined, lots: number, delta: number, price: number): number {
  const at = price * 10;
  if (before === undefined || before.lots === 0) return at;
  const flipped = before.lots < 0 !== lots < 0;
  if (flipped) return at;
  const [was, now] = [Math.abs(before.lots), Math.abs(lots)];
  if (now <= was) return before.entry;
  const worth = before.entry * was + at * Math.abs(delta);
  return (worth - (worth % now)) / now;
}

function keyOf({ instrument, leg, margin }: Pick<Trade, "instrument" | "leg" | "margin">): string {
  return `${instrument.symbol} ${leg} ${margin ?? "-"}`;
}
