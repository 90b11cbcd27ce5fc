import { type Decimal } from "./decimal.js";
import type { OpenOrderSnap } from "./snapshot.js";
export declare function pendingNotional(orders: readonly OpenOrderSnap[]): Decimal;
