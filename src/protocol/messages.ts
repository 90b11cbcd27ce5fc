import type { SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import type { SyncerIdentity } from "../drill/results.js";
import { DrillError } from "../errors.js";
import { FieldReader } from "../syncer/field-reader.js";
import { refuseProblems } from "../syncer/parse-snapshot.js";

/** The protocol versions that the drill speaks (docs/protocol.md). */
export const PROTOCOL = { min: 1, max: 1 } as const;

/** The requests of the protocol, by their `type`. */
export type RequestType = "hello" | "reset" | "sync" | "metrics" | "bye";

const MOST_IDENTITY_CHARACTERS = 200;

/** The fields of a `sync` request beside type and id. */
export function syncFields({ now, snapshot, fetchError, knownOrderIds }: SyncRequest) {
  const known = { known_order_ids: knownOrderIds };
  return fetchError === null ? { now, snapshot, ...known } : { now, fetch_error: fetchError, ...known };
}

/**
 * The identity in a `hello_ok`.
 *
 * @throws DrillError `bad_input` where a field is missing or wrong; `syncer_broke_off` where the version does not fit.
 */
export function readHello(reply: unknown): SyncerIdentity {
  const problems: string[] = [];
  const fields = new FieldReader(reply, "", problems);
  const version = fields.integer("protocol");
  const implementation = new FieldReader(fields.raw("implementation"), "implementation", problems);
  const text = (name: string) => implementation.text(name).slice(0, MOST_IDENTITY_CHARACTERS);
  const identity = { name: text("name"), version: text("version"), language: text("language") };
  refuseProblems(problems);
  if (version >= PROTOCOL.min && version <= PROTOCOL.max) return identity;
  throw new DrillError(
    "syncer_broke_off",
    `it answered hello with protocol ${version}, and this drill speaks ${PROTOCOL.min} to ${PROTOCOL.max}: ` +
      "answer with a version between hello's min and max",
  );
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
