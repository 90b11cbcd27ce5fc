import type { Instrument } from "../market/instrument.js";
import { nameOfPosition } from "../model/one-sided.js";
import type { PositionRow } from "../rows.js";
import { type AgreedPosition, agreedPositions, isSamePosition } from "./agreed.js";
import { replacingPosition, tellingMore, withPositions } from "./altering.js";
import type { Divergence, Planting, Scene, View } from "./divergence.js";

const POSITIONS = { foundBy: "position_mismatch", needs: ["positions"] } as const;

/** Positions that exchange and bot do not hold alike. */
export const POSITION_DIVERGENCES: readonly Divergence[] = [
  {
    ...POSITIONS,
    name: "a position of another size",
    putIn: "a trade that only one side has counted, while trading goes on",
    healed: "the trade is counted",
    begin: anotherSize,
  },
  {
    ...POSITIONS,
    name: "a position that we do not know",
    putIn: "a position on a symbol that the bot never traded",
    healed: "it is closed",
    begin: ({ market, random, at }) => {
      const row = strangePosition(random.pick(market.listing.neverTraded), at, random);
      return lasting(row, (view) => withPositions(view, (rows) => [...rows, row]));
    },
  },
  {
    ...POSITIONS,
    name: "a position of ours that is gone",
    putIn: "the row is missing, or there with size zero",
    healed: "the row is back",
    begin: (scene) => {
      const flat = scene.random.chance(30);
      return ofHeld(scene, agreedPositions(scene.view), ({ row }) =>
        replacing(row, (now) => (flat ? [{ ...now, qty: 0 }] : [])),
      );
    },
  },
  {
    ...POSITIONS,
    name: "a position whose side has flipped",
    putIn: "the row says the other side",
    healed: "it says the right side again",
    begin: (scene) =>
      ofHeld(scene, flippable(scene.view), ({ row }) =>
        replacing(row, (now) => [{ ...flipped(now), ts: null }]),
      ),
  },
  {
    ...POSITIONS,
    name: "a hedge of which one leg is missing",
    putIn: "of a LONG and a SHORT on one symbol only one is listed",
    healed: "both are listed again",
    begin: (scene) => ofHeld(scene, hedged(scene.view), ({ row }) => replacing(row, () => [])),
  },
  {
    ...POSITIONS,
    name: "cross and isolated positions that have changed places",
    putIn: "each of the two has the other's size: their sum is right",
    healed: "each has its own size again",
    begin: (scene) =>
      ofHeld(
        scene,
        inTwoModes(scene.view),
        ({ row }) =>
          (view) =>
            withPositions(view, swapModesOf(row)),
      ),
  },
];

function anotherSize(scene: Scene): Planting | null {
  const agreed = scene.random.pickAny(agreedPositions(scene.view));
  if (agreed === undefined) return null;
  const { row, known } = agreed;
  const lots = scene.random.between(1, 60);
  const more = scene.random.chance(50)
    ? (view: View) => tellingMore(view, known, lots)
    : (view: View) => listingMore(view, row, lots);
  return lasting(row, (view, age) => {
    tradeOn(scene, row.instrument, age);
    return more(view);
  });
}

// Where every look meets a trade that is not heard of yet, no difference would ever be the same for long enough.
function tradeOn({ market: { floor } }: Scene, instrument: Instrument, age: number): void {
  floor.holds.busiest = age < 4 ? instrument : null;
  if (age > 12) floor.holds.holdInstrument(instrument);
}

function listingMore(view: View, position: PositionRow, lots: number): View {
  const isThere = view.account.positions.some((each) => isSamePosition(each, position));
  if (isThere) return replacingPosition(view, position, (now) => [{ ...now, qty: now.qty + lots }]);
  return withPositions(view, (rows) => [...rows, { ...position, qty: lots, ts: null }]);
}

function lasting(row: PositionRow, alter: Planting["alter"]): Planting {
  return { row: nameOfPosition(row), answers: null, alter };
}

/** About one of these positions, whose symbol is left alone meanwhile. */
function ofHeld(
  { random, market }: Scene,
  candidates: readonly AgreedPosition[],
  alter: (agreed: AgreedPosition) => (view: View) => View,
): Planting | null {
  const agreed = random.pickAny(candidates);
  if (agreed === undefined) return null;
  market.floor.holds.holdInstrument(agreed.row.instrument);
  return lasting(agreed.row, alter(agreed));
}

function replacing(row: PositionRow, change: (now: PositionRow) => readonly PositionRow[]) {
  return (view: View) => replacingPosition(view, row, change);
}

function flipped(row: PositionRow): PositionRow {
  return { ...row, side: row.side === "LONG" ? "SHORT" : "LONG" };
}

function flippable(view: View): AgreedPosition[] {
  return agreedPositions(view).filter(
    ({ row }) =>
      row.side !== "BOTH" && !view.account.positions.some((each) => isSamePosition(each, flipped(row))),
  );
}

function hedged(view: View): AgreedPosition[] {
  const agreed = agreedPositions(view);
  return agreed.filter(({ row }) => agreed.some((other) => isSamePosition(other.row, flipped(row))));
}

function inTwoModes(view: View): AgreedPosition[] {
  const agreed = agreedPositions(view).filter(({ known }) => known.marginMode !== null);
  return agreed.filter(({ row }) =>
    agreed.some((other) => isOtherMode(row, other.row) && row.qty !== other.row.qty),
  );
}

function swapModesOf(row: PositionRow) {
  return (rows: readonly PositionRow[]) =>
    rows.map((each) => {
      if (each.instrument !== row.instrument || each.side !== row.side) return each;
      const other = rows.find((candidate) => isOtherMode(each, candidate));
      return { ...each, qty: other?.qty ?? each.qty };
    });
}

function isOtherMode(a: PositionRow, b: PositionRow): boolean {
  return a.instrument === b.instrument && a.side === b.side && a.marginMode !== b.marginMode;
}

function strangePosition(instrument: Instrument, at: number, random: Scene["random"]): PositionRow {
  const side = instrument.mode === "one_way" ? "BOTH" : random.pick(["LONG", "SHORT"] as const);
  const [marginMode = null] = instrument.saysMargin ? instrument.margins : [];
  const price = instrument.startPrice;
  return {
    instrument,
    side,
    marginMode,
    qty: random.between(1, 300),
    entry: price * 10,
    mark: price,
    leverage: 5,
    ts: at,
  };
}
