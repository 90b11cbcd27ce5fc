import { type AccountView, legOf } from "../account-view.js";
import { type Decimal, decimal, isNegative, isZero, negated, subtractDecimals } from "../decimal.js";
import { isSaid, type KnownPosition, knownDecimal } from "../known.js";
import { numberOf, positionName, sameAs } from "../row-text.js";
import { MARGIN_MODES, type MarginMode, type PositionSide } from "../snapshot.js";
import {
  enlarged,
  type Finding,
  type RuleInput,
  type RuleRow,
  type Sight,
  type WireRow,
  withChosen,
} from "./rule-row.js";

const FLAT = decimal("0");
const NOT_OURS = "NOT/OURS";

/** We do not hold what we believe to hold. */
export const POSITION_MISMATCH = {
  name: "position_mismatch",
  comparesTwoSides: true,
  needs: "positions",
  askedBy: "life",
  find: findDifferent,
  fault: (account, pick) => {
    const larger = (row: WireRow) => [{ ...row, qty: enlarged(row.qty) }];
    const which = Math.floor(pick / 2);
    if (pick % 2 === 0) return { ...account, positions: withChosen(account.positions, which, larger) };
    const [position = {}] = account.positions;
    return { ...account, positions: [...account.positions, { ...position, symbol: NOT_OURS, qty: "1" }] };
  },
  provenBy: "y",
  words: {
    fires:
      "for a symbol and side (and margin mode, where both say one) the exchange's qty is not ours; a position that one of the two does not have is flat there. Not checked when `positions` are not given",
    risk: "the exposure is not the one that risk, hedges and stops are computed from",
    triage:
      "does the difference equal a fill that was not heard, a liquidation, funding or a trade by hand? Both legs empty: look at the fetch",
    resolution:
      "the exchange's quantity is what is held. Book what is missing from its trades; if it cannot be explained, flatten by hand and stop trading that symbol",
  },
} as const satisfies RuleRow;

/** What one side holds of a symbol and side, in one margin mode. */
interface Row {
  readonly symbol: string;
  readonly side: PositionSide;
  readonly qty: Decimal | string;
  readonly marginMode?: MarginMode | null | undefined;
}

/** What both sides say of one symbol and side. */
interface Holding {
  readonly ours: Row[];
  readonly theirs: Row[];
}

function findDifferent({ knownPositions = null }: RuleInput, { account }: Sight): Finding[] {
  if (knownPositions === null || areWrittenAlike(knownPositions, account)) return [];
  const holdings = new Map<PositionSide, Map<string, Holding>>();
  for (const row of knownPositions) holdingOf(row, holdings).ours.push(row);
  for (const row of account.firstPositions()) holdingOf(row, holdings).theirs.push(row);
  const found: Finding[] = [];
  for (const [side, ofSide] of holdings) {
    for (const [symbol, holding] of ofSide) compareHolding({ symbol, side }, holding, found);
  }
  return found;
}

// A healthy account is seen to be one without a thing made for each position: each told has a row of its own that is
// written like it, and no row is left.
function areWrittenAlike(told: readonly KnownPosition[], { positions }: AccountView): boolean {
  if (positions.rows.length !== told.length) return false;
  const isTaken = positions.rows.map(() => false);
  for (const position of told) {
    const { symbol, side, qty, marginMode } = position;
    const named = positions.placeOfName(symbol);
    const place = named < 0 ? positions.placeOf(symbol, legOf({ side, marginMode })) : named;
    const row = positions.rows[place];
    if (row === undefined || isTaken[place] !== false || row.side !== side || row.qty.text !== qty)
      return false;
    if (isSaid(marginMode) && isSaid(row.marginMode) && marginMode !== row.marginMode) return false;
    isTaken[place] = true;
  }
  return true;
}

function holdingOf({ symbol, side }: Row, holdings: Map<PositionSide, Map<string, Holding>>): Holding {
  const ofSide = holdings.get(side) ?? new Map<string, Holding>();
  if (ofSide.size === 0) holdings.set(side, ofSide);
  const holding = ofSide.get(symbol) ?? { ours: [], theirs: [] };
  if (holding.ours.length + holding.theirs.length === 0) ofSide.set(symbol, holding);
  return holding;
}

type Leg = Pick<Row, "symbol" | "side">;

function compareHolding(leg: Leg, { ours, theirs }: Holding, found: Finding[]): void {
  if (ours.every(saysMode) && theirs.every(saysMode)) {
    for (const mode of MARGIN_MODES) {
      const ofMode = ({ marginMode }: Row) => marginMode === mode;
      compareRows({ ...leg, marginMode: mode }, ours.filter(ofMode), theirs.filter(ofMode), found);
    }
  } else compareRows(leg, ours, theirs, found);
}

function saysMode({ marginMode }: Row): boolean {
  return isSaid(marginMode);
}

function compareRows(
  leg: Leg & Pick<Row, "marginMode">,
  ours: readonly Row[],
  theirs: readonly Row[],
  found: Finding[],
): void {
  const difference = subtractDecimals(totalOf(theirs), totalOf(ours));
  if (isZero(difference)) return;
  const { symbol, side, marginMode = null } = leg;
  const said = (rows: readonly Row[]) => (rows.length === 0 ? "flat" : totalOf(rows).text);
  found.push({
    detail: `${positionName(leg)}: we said ${said(ours)}; the exchange says ${said(theirs)}`,
    sameAs: sameAs("position_mismatch", symbol, side, marginMode, numberOf(difference)),
  });
}

function totalOf(rows: readonly Row[]): Decimal {
  const [first, ...more] = rows;
  if (first === undefined) return FLAT;
  return more.reduce((total, row) => subtractDecimals(total, negated(sizeOf(row))), sizeOf(first));
}

// In one-way mode some exchanges put the direction into the sign.
function sizeOf({ side, qty }: Row): Decimal {
  const size = knownDecimal(qty);
  return side === "BOTH" && isNegative(size) ? negated(size) : size;
}
