import type { Known } from "./known.js";
/**
 * Reads what the system believes in its wire form: `{"order_ids"?, "orders"?, "positions"?}` (contract, section 7). A
 * list that is null is not told. Strictly: a misspelt field would compare nothing, unseen.
 *
 * @throws DrillError `bad_input`: `details` names every bad path, such as `orders[3].price`.
 */
export declare function parseExpected(value: unknown): Known;
