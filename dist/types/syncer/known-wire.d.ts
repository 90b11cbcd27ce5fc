import { type JsonValue } from "./canonical-json.js";
import type { Known } from "./known.js";
/**
 * What the system believes, in wire form (contract, section 7): the lists that were told, sorted, since their order
 * means nothing; null where nothing was told.
 *
 * @throws DrillError `bad_input` where it is no such thing.
 */
export declare function knownToWire(known: Iterable<string> | Known | null | undefined): JsonValue;
