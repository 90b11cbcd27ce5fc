import { type Decimal } from "./decimal.js";
import type { OpenOrderSnap } from "./snapshot.js";
/**
 * The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
 * (contract, section 4). A fill that was not said counts as none; an order without qty is left out. Plain text, with as many decimals as the finest product has.
 */
export declare function pendingNotional(orders: readonly OpenOrderSnap[]): Decimal;
