import type { Divergence } from "./divergence.js";
import { ORDER_DIVERGENCES } from "./of-orders.js";
import { POSITION_DIVERGENCES } from "./of-positions.js";
import { ROW_DIVERGENCES } from "./of-rows.js";
import { SNAPSHOT_DIVERGENCES } from "./of-snapshots.js";
import { STRANGE_ORDER_DIVERGENCES } from "./of-strange-orders.js";

/** Every kind of divergence that a day may be given: one list, of which all that speaks of them is made. */
export const CATALOGUE: readonly Divergence[] = [
  ...POSITION_DIVERGENCES,
  ...ORDER_DIVERGENCES,
  ...STRANGE_ORDER_DIVERGENCES,
  ...ROW_DIVERGENCES,
  ...SNAPSHOT_DIVERGENCES,
];
