import { describe, expect, it } from "vitest";
import { readHello } from "../../src/protocol/hello.js";
import { syncFields } from "../../src/protocol/messages.js";
import { parseSettle } from "../../src/protocol/parse-settle.js";
import { refusalOf } from "../support/refusal.js";

const IMPLEMENTATION = { name: "a", version: "1", language: "b" };

function hello(fields: object) {
  return readHello({ implementation: IMPLEMENTATION, ...fields });
}

describe("readHello", () => {
  it.each([
    { name: "version 1", fields: { protocol: 1 }, takes: ["order_ids"], settle: undefined },
    {
      name: "version 1 that says more",
      fields: { protocol: 1, takes: [], settle: 7 },
      takes: ["order_ids"],
      settle: undefined,
    },
    { name: "version 2 that says no more", fields: { protocol: 2 }, takes: ["order_ids"], settle: undefined },
    {
      name: "version 2",
      fields: { protocol: 2, takes: ["positions", "fees", "order_ids"], settle: { syncs: 3, ms: 10_000 } },
      takes: ["order_ids", "positions"],
      settle: { syncs: 3, ms: 10_000 },
    },
    {
      name: "version 2 that takes nothing",
      fields: { protocol: 2, takes: [] },
      takes: [],
      settle: undefined,
    },
  ])("reads $name", ({ fields, takes, settle }) => {
    expect(hello(fields)).toEqual({ identity: IMPLEMENTATION, version: fields.protocol, takes, settle });
  });

  it.each([
    { fields: { protocol: 2, settle: { syncs: 0, ms: 0 } }, says: /settle: expected 1 to 100 syncs/ },
    { fields: { protocol: 2, settle: { syncs: 1 } }, says: /settle\.ms: expected an integer, got nothing/ },
    { fields: { protocol: 2, takes: "all" }, says: /takes: expected an array/ },
    { fields: { protocol: 3 }, says: /protocol 3, and this drill speaks 1 to 2/ },
  ])("refuses $fields", ({ fields, says }) => {
    expect(refusalOf(() => hello(fields))?.message).toMatch(says);
  });
});

describe("a sync request", () => {
  const request = { now: 1, snapshot: {}, fetchError: null, knownOrderIds: ["a"] };
  const expected = { orders: [], positions: [], order_ids: ["b"] };
  const all = ["order_ids", "orders", "positions"] as const;

  it.each([
    { name: "ids, to version 1", of: request, to: undefined, has: { known_order_ids: ["a"] } },
    {
      name: "ids, to version 2",
      of: request,
      to: { version: 2, takes: all },
      has: { expected: { order_ids: ["a"] } },
    },
    {
      name: "nothing, to version 2",
      of: { ...request, knownOrderIds: null },
      to: { version: 2, takes: all },
      has: { expected: null },
    },
    {
      name: "all that is expected, to one that takes all",
      of: { ...request, expected },
      to: { version: 2, takes: all },
      has: { expected },
    },
    {
      name: "of what is expected, what is taken",
      of: { ...request, expected },
      to: { version: 2, takes: ["positions"] as const },
      has: { expected: { positions: [] } },
    },
    {
      name: "nothing to one that takes nothing",
      of: { ...request, expected },
      to: { version: 2, takes: [] },
      has: { expected: null },
    },
  ])("tells $name", ({ of, to, has }) => {
    expect(syncFields(of, to)).toEqual({ now: 1, snapshot: {}, ...has });
    expect(syncFields({ ...of, fetchError: "auth" }, to)).toEqual({ now: 1, fetch_error: "auth", ...has });
  });
});

describe("--settle", () => {
  it.each([
    { text: "syncs=3,ms=10000", settle: { syncs: 3, ms: 10_000 } },
    { text: "ms=500", settle: { syncs: 1, ms: 500 } },
    { text: " syncs=2 ", settle: { syncs: 2, ms: 0 } },
  ])("reads $text", ({ text, settle }) => {
    expect(parseSettle("--settle", text)).toEqual(settle);
  });

  it.each([
    { text: "3", says: '--settle: expected syncs=N,ms=N, got "3"' },
    { text: "syncs=0", says: "--settle: expected 1 to 100 syncs and 0 to 3600000 ms, got 0 and 0" },
    {
      text: "syncs=1,ms=9999999",
      says: "--settle: expected 1 to 100 syncs and 0 to 3600000 ms, got 1 and 9999999",
    },
  ])("refuses $text", ({ text, says }) => {
    expect(refusalOf(() => parseSettle("--settle", text))).toEqual({ code: "usage", message: says });
  });
});
