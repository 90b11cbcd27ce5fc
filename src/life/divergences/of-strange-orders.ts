import type { Instrument } from "../market/instrument.js";
import { nameOfOrder } from "../model/one-sided.js";
import { type OrderRow, orderRow } from "../rows.js";
import { agreedOrders } from "./agreed.js";
import { withOrders } from "./altering.js";
import type { Divergence, Planting, Scene } from "./divergence.js";

/** Orders at the exchange that are not ours. */
export const STRANGE_ORDER_DIVERGENCES: readonly Divergence[] = [
  {
    name: "an order that nobody of us has sent",
    foundBy: "orphan_order",
    needs: ["order_ids"],
    putIn: "an order more, with an id like ours",
    healed: "it is cancelled",
    begin: (scene) => {
      const { market, random, view } = scene;
      const like = random.pickAny(view.account.orders);
      if (like === undefined) return null;
      return strange(scene, { ...like, orderId: market.floor.ids.nextAlone(like.instrument) });
    },
  },
  {
    name: "an order whose 64-bit id is ours but for the last digit",
    foundBy: "orphan_order",
    needs: ["order_ids"],
    putIn: "an order more on the same symbol",
    healed: "it is cancelled",
    begin: (scene) => {
      const { random, view } = scene;
      const order = random.pickAny(agreedOrders(view).filter(({ row }) => row.instrument.idStyle === "long"));
      if (order === undefined) return null;
      const taken = idsOn(scene);
      const ids = idsBefore(order.row.orderId);
      const orderId = random.pickAny(ids.filter((id) => !taken.has(id)));
      return orderId === undefined ? null : strange(scene, { ...order.row, orderId });
    },
  },
  {
    name: "an order that shares its id with one of ours on another symbol",
    foundBy: "orphan_order",
    needs: ["orders"],
    putIn: "an order more, on a symbol where that id is not ours",
    healed: "it is cancelled",
    begin: (scene) => {
      const { random, view, market } = scene;
      const loose = new Set(view.known.orderIds);
      const ours = agreedOrders(view).filter(
        ({ row, known }) => known.id === row.orderId && !loose.has(row.orderId),
      );
      const order = random.pickAny(ours);
      if (order === undefined) return null;
      const others = market.listing.traded.filter(
        (instrument) => !idsOn(scene, instrument).has(order.row.orderId),
      );
      const instrument = random.pickAny(others);
      if (instrument === undefined) return null;
      market.floor.holds.holdOrder(order.row);
      market.floor.ids.spendCounted();
      return strange(scene, { ...order.row, instrument });
    },
  },
];

function strange({ at, random }: Scene, like: OrderRow): Planting {
  const row = orderRow({
    ...like,
    clientOrderId: null,
    filled: like.filled === null ? null : 0,
    status: "NEW",
    ts: at,
  });
  const first = random.chance(50);
  return {
    row: nameOfOrder(row),
    answers: null,
    alter: (view) => withOrders(view, (rows) => (first ? [row, ...rows] : [...rows, row])),
  };
}

// Of lower ones it is certain that the exchange does not give them out later.
function idsBefore(id: string): string[] {
  const last = Number(id.slice(-1));
  return Array.from({ length: last }, (_, digit) => `${id.slice(0, -1)}${digit}`);
}

/** The ids that are in use on one symbol, or anywhere. */
function idsOn({ view: { account, known } }: Scene, instrument?: Instrument): Set<string> {
  const isThere = (row: { readonly instrument: Instrument }) =>
    instrument === undefined || row.instrument === instrument;
  const listed = account.orders.filter(isThere).map(({ orderId }) => orderId);
  const told = known.orders.filter(isThere).map(({ id }) => id);
  return new Set([...listed, ...told, ...known.orderIds]);
}
