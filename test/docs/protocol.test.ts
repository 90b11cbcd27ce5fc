import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { PROTOCOL } from "../../src/protocol/hello.js";
import { MOST_LINE_BYTES } from "../../src/protocol/line-reader.js";
import { DEFAULT_TIME_LIMITS } from "../../src/protocol/time-limits.js";
import { isRecord } from "../../src/syncer/field-reader.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { firstColumnOf, sectionOf, tablesOf } from "../support/markdown.js";
import { recordedSession } from "../support/recorded-session.js";

const SCHEMA = JSON.parse(readFileSync(`${CHECKOUT}docs/protocol.schema.json`, "utf8"));
const PROTOCOL_PAGE = readDocument("docs/protocol.md");
const NO_PYTHON = leftOut(
  spawnSync("python3", ["--version"]).status !== 0,
  "the schema of the protocol against a real session",
  "python3 is not installed",
);

function typesIn(schema: unknown): string[] {
  const definitions: unknown = isRecord(schema) ? schema.definitions : undefined;
  return Object.entries(isRecord(definitions) ? definitions : {}).flatMap(([name, definition]) => {
    const properties: unknown = isRecord(definition) ? definition.properties : undefined;
    return isRecord(properties) && Object.hasOwn(properties, "type") ? [name] : [];
  });
}

describe("docs/protocol.schema.json", () => {
  const ajv = new Ajv({ strict: true, strictRequired: false });
  ajv.addSchema(SCHEMA, "protocol");

  it.skipIf(NO_PYTHON)(
    "fits every message of a whole drill, each by its own definition and no other",
    async () => {
      const messages = await recordedSession(["python3", `${CHECKOUT}docs/adapters/python/my_adapter.py`]);
      const misfits = messages.filter((message) => ajv.validate("protocol", message) !== true);
      expect(misfits).toEqual([]);
      const types = new Set(messages.map((message) => (isRecord(message) ? message.type : undefined)));
      expect([...types].sort()).toEqual(
        typesIn(SCHEMA)
          .filter((type) => type !== "error")
          .sort(),
      );
    },
  );

  it.each([
    {
      name: "a hello_ok of another version",
      message: {
        type: "hello_ok",
        id: "1",
        protocol: 3,
        implementation: { name: "a", version: "1", language: "b" },
      },
    },
    { name: "a numeric id", message: { type: "reset_ok", id: 1 } },
    {
      name: "a last_ts as text",
      message: { type: "sync_ok", id: "1", ok: true, mismatches: [], error: null, last_ts: "1" },
    },
    {
      name: "a snapshot beside a fetch error",
      message: {
        type: "sync",
        id: "1",
        now: 1,
        snapshot: { positions: [], open_orders: [], ts: 0, source: "x" },
        fetch_error: "auth",
        known_order_ids: null,
      },
    },
    {
      name: "what is known for both versions at once",
      message: { type: "sync", id: "1", now: 1, fetch_error: "auth", known_order_ids: null, expected: null },
    },
    {
      name: "a grace that no drill can wait for",
      message: {
        type: "hello_ok",
        id: "1",
        protocol: 2,
        implementation: { name: "a", version: "1", language: "b" },
        settle: { syncs: 1, ms: 3_600_001 },
      },
    },
    { name: "an unknown type", message: { type: "sync_later", id: "1" } },
    { name: "an error without a message", message: { type: "error", id: "1", code: "x" } },
  ])("refuses $name", ({ message }) => {
    expect(ajv.validate("protocol", message)).toBe(false);
  });

  it("knows the versions and the reasons that the drill speaks", () => {
    const versions: number[] = SCHEMA.definitions.hello_ok.properties.protocol.enum;
    expect(PROTOCOL).toEqual({ min: Math.min(...versions), max: Math.max(...versions) });
    expect(SCHEMA.definitions.sync.properties.fetch_error.enum).toEqual(FETCH_ERROR_REASONS);
  });
});

describe("docs/protocol.md", () => {
  const messages = sectionOf(PROTOCOL_PAGE, "Messages");

  it("names every message, and no other", () => {
    const replies = (tablesOf(messages)[0] ?? []).map(([, , reply = ""]) => reply.replaceAll("`", ""));
    const named = [...firstColumnOf(messages, 0), ...replies.filter(Boolean), "error"];
    expect(named.sort()).toEqual(typesIn(SCHEMA).sort());
  });

  it("says the limits that hold", () => {
    const { hello, request, bye, run } = DEFAULT_TIME_LIMITS;
    const limits = `${hello / 1000} s for \`hello\`, ${request / 1000} s for a request, ${bye / 1000} s to end after \`bye\`, ${run / 1000} s in all`;
    expect(PROTOCOL_PAGE).toContain(limits);
    expect(PROTOCOL_PAGE).toContain(`at most ${MOST_LINE_BYTES / 1024 / 1024} MiB a line`);
  });
});
