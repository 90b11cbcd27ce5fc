import { type Known, type Told } from "./known.js";
/**
 * Reads what the system believes, each list once, as it is now. A Set of ids is used as it is, and so is each row: a
 * copy of a million would cost as much as comparing them.
 *
 * @throws DrillError `bad_input` that names the path, such as `orders[3].price`.
 */
export declare function readKnown(known: Iterable<string> | Known | null | undefined): Told;
