import { nameOfOrder, nameOfPosition } from "../model/one-sided.js";
import { FAR_AHEAD } from "../model/went-back.js";
import { type OrderRow, type PositionRow, positionKey } from "../rows.js";
import { agreedOrders, agreedPositions } from "./agreed.js";
import { replacingOrder, replacingPosition } from "./altering.js";
import type { Divergence, Planting, Scene } from "./divergence.js";

/** Rows that cannot be, whatever the bot knows. */
export const ROW_DIVERGENCES: readonly Divergence[] = [
  {
    ...{ name: "a position that is listed twice", foundBy: "duplicate_key", needs: [] },
    putIn: "its row comes again, with the same size or another",
    healed: "it comes once",
    begin: (scene) =>
      ofPosition(scene, ({ random }) => {
        const more = random.pick([0, 0, 1, 25]);
        return (row) => [row, { ...row, qty: row.qty + more }];
      }),
  },
  {
    ...{ name: "an order that is listed twice", foundBy: "duplicate_key", needs: [] },
    putIn: "its row comes again, the same or at another price; sometimes once more",
    healed: "it comes once",
    begin: (scene) =>
      ofOrder(scene, ({ random }) => {
        const more = random.pick([0, 0, 1, 25]);
        const times = random.chance(25) ? 2 : 1;
        return (row) => [row, ...Array.from({ length: times }, () => ({ ...row, price: row.price + more }))];
      }),
  },
  {
    ...{ name: "a position of less than nothing", foundBy: "negative_qty", needs: [] },
    brings: "position_mismatch",
    putIn: "its size comes with a minus",
    healed: "it comes without",
    begin: (scene) => ofPosition(scene, () => (row) => [{ ...row, qty: -Math.abs(row.qty) }]),
  },
  {
    ...{ name: "an order of less than nothing", foundBy: "negative_qty", needs: [] },
    brings: "order_mismatch",
    putIn: "its quantity comes with a minus",
    healed: "it comes without",
    begin: (scene) => ofOrder(scene, () => (row) => [{ ...row, qty: -Math.abs(row.qty ?? 1) }]),
  },
  {
    ...{ name: "an order filled by more than its quantity", foundBy: "impossible_fill", needs: [] },
    putIn: "filled is above qty, by a lot or more",
    healed: "filled is what it was",
    begin: (scene) =>
      ofOrder(scene, ({ random }) => {
        const more = random.pick([1, 1, 40]);
        return (row) => [{ ...row, filled: (row.qty ?? 0) + more }];
      }),
  },
  {
    ...{ name: "an order filled by less than nothing", foundBy: "impossible_fill", needs: [] },
    putIn: "filled is below zero",
    healed: "filled is what it was",
    begin: (scene) =>
      ofOrder(scene, ({ random }) => {
        const filled = -random.between(1, 40);
        return (row) => [{ ...row, filled }];
      }),
  },
  {
    ...{ name: "an order filled by less than before", foundBy: "ts_regression", needs: [] },
    putIn: "filled goes back",
    healed: "filled is what it was",
    begin: lessFilled,
  },
  {
    ...{ name: "one row out of a cache", foundBy: "ts_regression", needs: [] },
    putIn: "one order or position is as it was some answers ago, with its ts of then",
    healed: "it is as it is now",
    begin: outOfACache,
  },
];

function ofOrder(
  scene: Scene,
  draw: (scene: Scene) => (row: OrderRow) => readonly OrderRow[],
): Planting | null {
  const orders = agreedOrders(scene.view).filter(({ row }) => row.qty !== null && row.filled !== null);
  const order = scene.random.pickAny(orders)?.row;
  if (order === undefined) return null;
  const change = draw(scene);
  scene.market.floor.holds.holdOrder(order);
  return about(scene, nameOfOrder(order), (view) => replacingOrder(view, order, change));
}

function ofPosition(
  scene: Scene,
  draw: (scene: Scene) => (row: PositionRow) => readonly PositionRow[],
): Planting | null {
  // A position of side BOTH is compared by magnitude, so that a minus could be read in two ways.
  const positions = agreedPositions(scene.view).filter(({ row }) => row.side !== "BOTH");
  const position = scene.random.pickAny(positions)?.row;
  if (position === undefined) return null;
  const change = draw(scene);
  scene.market.floor.holds.holdInstrument(position.instrument);
  return about(scene, nameOfPosition(position), (view) => replacingPosition(view, position, change));
}

function about({ random }: Scene, row: string, alter: Planting["alter"]): Planting {
  return { row, answers: random.between(1, 3), alter };
}

function lessFilled(scene: Scene): Planting | null {
  const { view, accepted, remembers, random, market } = scene;
  const before = new Map(remembers ? accepted.at(-1)?.orders.map((row) => [row.key, row.filled]) : []);
  const filledBefore = (row: OrderRow) => before.get(row.key) ?? 0;
  const order = random.pickAny(agreedOrders(view).filter(({ row }) => filledBefore(row) > 0))?.row;
  if (order === undefined) return null;
  const filled = random.below(filledBefore(order));
  market.floor.holds.holdOrder(order);
  return about(scene, nameOfOrder(order), (now) => replacingOrder(now, order, (row) => [{ ...row, filled }]));
}

function outOfACache({ at, view, accepted, remembers, random }: Scene): Planting | null {
  const last = remembers ? accepted.at(-1) : undefined;
  if (last === undefined) return null;
  const orders = older(
    at,
    accepted,
    view.account.orders,
    last.orders,
    ({ orders: rows }) => rows,
    ({ key }) => key,
  );
  const positions = older(
    at,
    accepted,
    view.account.positions,
    last.positions,
    ({ positions: rows }) => rows,
    positionKey,
  );
  const plantings: Planting[] = [
    ...orders.map((row) => ({
      row: nameOfOrder(row),
      answers: 1,
      alter: (now: Scene["view"]) => replacingOrder(now, row, () => [row]),
    })),
    ...positions.map((row) => ({
      row: nameOfPosition(row),
      answers: 1,
      alter: (now: Scene["view"]) => replacingPosition(now, row, () => [row]),
    })),
  ];
  return random.pickAny(plantings) ?? null;
}

/** What rows that are there now were in earlier answers, where they have an older ts than in the last. */
function older<T extends OrderRow | PositionRow>(
  at: number,
  accepted: Scene["accepted"],
  now: readonly T[],
  last: readonly T[],
  rowsOf: (account: Scene["accepted"][number]) => readonly T[],
  keyOf: (row: T) => string,
): T[] {
  const there = new Set(now.map(keyOf));
  const lastTs = new Map(last.map((row) => [keyOf(row), (row.ts ?? at) < at + FAR_AHEAD ? row.ts : null]));
  return accepted.flatMap((account) =>
    rowsOf(account).filter((row) => {
      const ts = lastTs.get(keyOf(row)) ?? null;
      return there.has(keyOf(row)) && row.ts !== null && ts !== null && row.ts < ts;
    }),
  );
}
