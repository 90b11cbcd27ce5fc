import { type JsonValue } from "./canonical-json.js";
import type { Known } from "./known.js";
export declare function knownToWire(known: Iterable<string> | Known | null | undefined): JsonValue;
