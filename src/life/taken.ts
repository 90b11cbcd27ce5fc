import type { Taken } from "../drill/taken.js";
import { TELLABLE } from "../syncer/known.js";
import type { BotsKnowledge } from "./market/book.js";
import type { Known } from "./rows.js";

/** How much the bot tells in one sync. */
export type Telling = "all" | "ids" | "nothing";

/** The part of what the bot knows that reaches the syncer; null where none does. */
export function toldPart(known: BotsKnowledge, telling: Telling, takes: readonly Taken[]): Known | null {
  const [ids, orders, positions] = TELLABLE.map(
    (part) => takes.includes(part) && telling !== "nothing" && (telling === "all" || part === "order_ids"),
  );
  if (!ids && !orders && !positions) return null;
  const open = orders ? [] : known.orders.map(({ id }) => id);
  return {
    orderIds: ids ? [...new Set([...known.orderIds, ...open])] : null,
    orders: orders ? known.orders : null,
    positions: positions ? known.positions : null,
  };
}
