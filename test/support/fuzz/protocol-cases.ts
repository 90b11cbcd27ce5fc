import { Ajv } from "ajv";
import fc from "fast-check";
import protocol from "../../../docs/protocol.schema.json" with { type: "json" };
import { type Envelope, readReply } from "../../../src/protocol/envelope.js";
import { readHello } from "../../../src/protocol/hello.js";
import { LineReader } from "../../../src/protocol/line-reader.js";
import { readMetrics, readSync } from "../../../src/protocol/messages.js";
import { wildText } from "../arbitraries.js";
import { damagedBytes } from "./damaged-bytes.js";
import { fuzzKind } from "./fuzz-kind.js";
import { mutatedJson } from "./mutated-json.js";
import { readOrRefuse } from "./promised-outcome.js";

const ID = "7";
const MOST_BYTES = 4096;

const ajv = new Ajv({ strict: true, strictRequired: false }).addSchema(protocol, "protocol");
const READERS = { hello: readHello, sync: readSync, metrics: readMetrics, reset: () => undefined };
type Type = keyof typeof READERS;
const isReply: Readonly<Record<Type, (value: unknown) => boolean>> = {
  hello: validatorOf("hello_ok"),
  sync: validatorOf("sync_ok"),
  metrics: validatorOf("metrics_ok"),
  reset: validatorOf("reset_ok"),
};

function validatorOf(name: string): (value: unknown) => boolean {
  const validate = ajv.compile({ $ref: `protocol#/definitions/${name}` });
  return (value) => validate(value) === true;
}

const id = fc.oneof(
  { weight: 9, arbitrary: fc.constant<unknown>(ID) },
  fc.constantFrom<unknown>("6", "8", "07", "", 7, null, [ID]),
);
const replies = fc.oneof(
  fc.record({
    type: fc.constant("hello_ok"),
    id,
    protocol: fc.constant(1),
    implementation: fc.record({ name: wildText, version: fc.constant("1"), language: wildText }),
  }),
  fc.record({
    type: fc.constant("hello_ok"),
    id,
    protocol: fc.constantFrom(1, 2),
    implementation: fc.record({ name: wildText, version: fc.constant("1"), language: wildText }),
    takes: fc.option(fc.subarray(["order_ids", "orders", "positions", "fees"])),
    settle: fc.option(
      fc.record({ syncs: fc.integer({ min: -1, max: 102 }), ms: fc.nat({ max: 4_000_000 }) }),
    ),
  }),
  fc.record({
    type: fc.constant("sync_ok"),
    id,
    ok: fc.boolean(),
    mismatches: fc.array(fc.record({ rule: fc.constantFrom("duplicate_key", "x"), detail: wildText }), {
      maxLength: 2,
    }),
    error: fc.option(wildText),
    last_ts: fc.nat(),
  }),
  fc.record({ type: fc.constant("metrics_ok"), id, text: wildText }),
  fc.record({ type: fc.constant("reset_ok"), id }),
  fc.record({ type: fc.constant("error"), id, code: wildText, message: wildText }),
);
const lines = mutatedJson(replies).map((text) => `${text}\n`);
const chunkSizes = fc.constantFrom(1, 2, 7, 64, MOST_BYTES, 1_000_000);

/** What a drilled program printed, in chunks: a reply to the request, read as the drill reads it. */
function hear(
  bytes: Uint8Array,
  chunkSize: number,
  outstanding: Envelope & { readonly type: Type },
): unknown {
  const reader = new LineReader(MOST_BYTES);
  for (let at = 0; at < bytes.length; at += chunkSize) {
    for (const line of reader.push(bytes.subarray(at, at + chunkSize))) {
      const reply = readReply(line, outstanding);
      READERS[outstanding.type](reply);
      return reply;
    }
  }
  return undefined;
}

// What the line reader's contract names for a line that is too long, or not UTF-8.
function isCutOff(thrown: unknown): boolean {
  return thrown instanceof RangeError || thrown instanceof TypeError;
}

/** The first line as the schema of the protocol has to judge it: the reply, or undefined. */
function repliedTo(bytes: Uint8Array, type: Type): unknown {
  const end = bytes.indexOf(0x0a);
  if (end < 0 || end > MOST_BYTES) return undefined;
  try {
    const value: unknown = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end)),
    );
    return isReply[type](value) && Reflect.get(Object(value), "id") === ID ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a drilled program may print: a reply is taken where the schema takes it, all else breaks off in one line. */
export const PROTOCOL_LINES = fuzzKind(
  "protocol lines",
  130,
  fc.tuple(
    fc.oneof(
      lines.map((text): Uint8Array => Buffer.from(text)),
      damagedBytes(lines),
    ),
    chunkSizes,
    fc.constantFrom<Type>("hello", "sync", "metrics", "reset"),
  ),
  ([bytes, chunkSize, type]) => {
    const expected = repliedTo(bytes, type);
    let heard: unknown;
    try {
      const outcome = readOrRefuse(() => hear(bytes, chunkSize, { id: ID, type }));
      heard = "value" in outcome ? outcome.value : undefined;
    } catch (thrown) {
      if (!isCutOff(thrown)) throw thrown;
    }
    if (JSON.stringify(heard) !== JSON.stringify(expected))
      throw new Error(`taken: ${JSON.stringify(heard)}`);
  },
);
