import type { OpenOrderSnap } from "./contracts.js";
import { type Decimal } from "./decimal.js";
/**
 * The exact sum of price * (qty - filled_qty) over the orders whose rest is above zero
 * (contract, section 4). Plain text, with as many decimals as the finest product has.
 */
export declare function pendingNotional(orders: readonly OpenOrderSnap[]): Decimal;
