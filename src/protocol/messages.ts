import type { SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import type { Taken } from "../drill/taken.js";
import type { JsonValue } from "../syncer/canonical-json.js";
import { FieldReader } from "../syncer/field-reader.js";
import { refuseProblems } from "../syncer/parse-snapshot.js";
import { type Hello, VERSION_1 } from "./hello.js";

/** The requests of the protocol, by their `type`. */
export type RequestType = "hello" | "reset" | "sync" | "metrics" | "bye";

/**
 * The fields of a `sync` request beside type and id: to version 1 the ids alone, to version 2 all that it takes.
 */
export function syncFields(
  request: SyncRequest,
  { version, takes }: Pick<Hello, "version" | "takes"> = VERSION_1,
) {
  const { now, snapshot, fetchError, knownOrderIds } = request;
  const known = version === 1 ? { known_order_ids: knownOrderIds } : { expected: expectedIn(request, takes) };
  return fetchError === null ? { now, snapshot, ...known } : { now, fetch_error: fetchError, ...known };
}

function expectedIn({ knownOrderIds, expected = null }: SyncRequest, takes: readonly Taken[]): JsonValue {
  const told: JsonValue = expected ?? (knownOrderIds === null ? null : { order_ids: knownOrderIds });
  const taken = Object.entries(told ?? {}).filter(([name]) => takes.some((one) => one === name));
  return taken.length === 0 ? null : Object.fromEntries(taken);
}

/**
 * What a `sync_ok` says.
 *
 * @throws DrillError `bad_input` with the path of each field that is missing or wrong.
 */
export function readSync(reply: unknown): SyncReply {
  const problems: string[] = [];
  const fields = new FieldReader(reply, "", problems);
  const read = {
    ok: fields.boolean("ok"),
    mismatches: fields.rows("mismatches", (row, path) => readMismatch(row, path, problems)),
    error: fields.nullable("error", fields.text),
    lastTs: fields.timestamp("last_ts"),
  };
  refuseProblems(problems);
  return read;
}

/**
 * The text in a `metrics_ok`.
 *
 * @throws DrillError `bad_input`.
 */
export function readMetrics(reply: unknown): string {
  const problems: string[] = [];
  const text = readText(new FieldReader(reply, "", problems), "text");
  refuseProblems(problems);
  return text;
}

function readMismatch(row: unknown, path: string, problems: string[]) {
  const fields = new FieldReader(row, path, problems);
  return { rule: fields.text("rule"), detail: readText(fields, "detail") };
}

// Empty text is text too.
function readText(fields: FieldReader, name: string): string {
  const value = fields.raw(name);
  return typeof value === "string" ? value : fields.refuse(name, "expected text", "");
}
