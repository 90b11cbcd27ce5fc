import { nameOfOrder } from "../model/one-sided.js";
import { type AgreedOrder, agreedOrders, isSameOrder } from "./agreed.js";
import { replacingOrder, retellingOrder, withOrders } from "./altering.js";
import type { Divergence, Planting, Scene, View } from "./divergence.js";

const MISSING = { foundBy: "missing_order", needs: ["orders"] } as const;
const MISMATCH = { foundBy: "order_mismatch", needs: ["orders"] } as const;

/** Orders of ours that are not at the exchange as we say. */
export const ORDER_DIVERGENCES: readonly Divergence[] = [
  {
    ...MISSING,
    name: "an order of ours that is gone",
    putIn: "the row is missing",
    healed: "the row is back",
    begin: (scene) =>
      ofHeld(
        scene,
        agreedOrders(scene.view),
        ({ row }) =>
          (view) =>
            replacingOrder(view, row, () => []),
      ),
  },
  {
    ...MISSING,
    name: "an order of ours that is gone, while an answer comes whose ts has gone back",
    brings: "ts_regression",
    putIn: "the row is missing, and the second answer without it has an older ts",
    healed: "the row is back",
    begin: goneInterrupted,
  },
  {
    ...MISSING,
    name: "a page cut off",
    putIn: "the list of orders, newest first, ends before its oldest",
    healed: "the whole list comes again",
    begin: pageCutOff,
  },
  {
    ...MISSING,
    name: "no orders at all",
    putIn: "the orders' part of the answer is empty",
    healed: "it is filled again",
    begin: (scene) => ofHeld(scene, agreedOrders(scene.view), () => (view) => withOrders(view, () => [])),
  },
  {
    ...MISSING,
    name: "nothing at all: no orders and no positions",
    brings: "position_mismatch",
    putIn: "both parts of the answer are empty, with a ts or without",
    healed: "both are filled again",
    begin: (scene) => {
      const saysTs = scene.random.chance(50);
      return ofHeld(scene, agreedOrders(scene.view), () => (view) => {
        const ts = saysTs ? view.account.ts : 0;
        return { ...view, account: { positions: [], orders: [], ts } };
      });
    },
  },
  {
    ...MISSING,
    name: "an order that has ended and that we still believe open",
    putIn: "the exchange has cancelled or filled it, and the message was lost",
    healed: "the bot hears of it",
    begin: endedUnheard,
  },
  {
    ...MISMATCH,
    name: "an order on the other side",
    putIn: "the row says BUY for SELL, or SELL for BUY",
    healed: "it says the right side again",
    begin: (scene) =>
      ofHeld(
        scene,
        told(scene, "side"),
        ({ row }) =>
          (view) =>
            replacingOrder(view, row, (now) => [{ ...now, side: now.side === "BUY" ? "SELL" : "BUY" }]),
      ),
  },
  {
    ...MISMATCH,
    name: "an order at another price",
    putIn: "an amendment that one side missed, by a tick or more",
    healed: "it is heard of",
    begin: (scene) => ofHeld(scene, told(scene, "price"), (order) => otherValue(scene, order, "price")),
  },
  {
    ...MISMATCH,
    name: "an order of another quantity",
    putIn: "an amendment that one side missed, by a lot or more",
    healed: "it is heard of",
    begin: (scene) => ofHeld(scene, told(scene, "qty"), (order) => otherValue(scene, order, "qty")),
  },
];

/** About one of these orders, which is left alone meanwhile. */
function ofHeld(
  { random, market }: Scene,
  candidates: readonly AgreedOrder[],
  alter: (order: AgreedOrder) => Planting["alter"],
): Planting | null {
  const order = random.pickAny(candidates);
  if (order === undefined) return null;
  market.floor.holds.holdOrder(order.row);
  return { row: nameOfOrder(order.row), answers: null, alter: alter(order) };
}

/** The orders of which we say this, and the exchange too. */
function told({ view }: Scene, field: "side" | "price" | "qty"): AgreedOrder[] {
  return agreedOrders(view).filter(({ row, known }) => known[field] !== null && row[field] !== null);
}

function otherValue(
  { random }: Scene,
  { row, known }: AgreedOrder,
  field: "price" | "qty",
): (view: View) => View {
  const more = random.chance(50) ? 1 : random.between(2, 50);
  if (random.chance(50)) {
    return (view) => retellingOrder(view, known, { [field]: (known[field] ?? 0) + more });
  }
  return (view) => replacingOrder(view, row, (now) => [{ ...now, [field]: (now[field] ?? 0) + more }]);
}

// What is rejected is no sight of the row's absence, and no break either.
function goneInterrupted(scene: Scene): Planting | null {
  if (scene.lastTs === 0) return null;
  const ts = scene.lastTs - 1;
  return ofHeld(scene, agreedOrders(scene.view), ({ row }) => (view, age) => {
    const gone = replacingOrder(view, row, () => []);
    return age === 1 ? { ...gone, account: { ...gone.account, ts } } : gone;
  });
}

function pageCutOff(scene: Scene): Planting | null {
  const [oldest, second, ...others] = agreedOrders(scene.view);
  if (oldest === undefined || second === undefined || others.length === 0) return null;
  const last = scene.random.chance(60) ? oldest : second;
  scene.market.floor.holds.holdOrder(last.row);
  const alter = (view: View) =>
    withOrders(view, (rows) => {
      const newestFirst = rows.toReversed();
      const end = newestFirst.findIndex((row) => isSameOrder(row, last.row));
      return newestFirst.slice(0, end < 0 ? rows.length : end);
    });
  return { row: nameOfOrder(last.row), answers: null, alter };
}

// The market goes on without the order. What the bot would say of it is what it said last.
function endedUnheard(scene: Scene): Planting | null {
  const order = scene.random.pickAny(agreedOrders(scene.view));
  if (order === undefined) return null;
  const { venue, mail } = scene.market.floor;
  const open = venue.orders().find(({ row }) => isSameOrder(row, order.row));
  if (open === undefined) return null;
  const ended = venue.close(open, scene.at);
  const alter = (view: View) => replacingOrder(view, order.row, () => []);
  return {
    row: nameOfOrder(order.row),
    answers: null,
    alter,
    heal: () => mail.post(ended, scene.at),
  };
}
