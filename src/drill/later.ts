import type { JsonValue } from "../syncer/canonical-json.js";
import type { SyncRequest } from "./drilled-syncer.js";

/** The same request so many ms later: the clock, and every ts that the exchange gave. 0 stays: nobody knows when. */
export function later(request: SyncRequest, ms: number): SyncRequest {
  return ms === 0 ? request : { ...request, now: request.now + ms, snapshot: laterTs(request.snapshot, ms) };
}

function laterTs(value: JsonValue, ms: number): JsonValue {
  if (isList(value)) return value.map((one) => laterTs(one, ms));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === "ts" && typeof one === "number" && one > 0 ? one + ms : laterTs(one, ms),
    ]),
  );
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
