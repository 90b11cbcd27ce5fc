import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CommentIdentity,
  type CommentState,
  hasMarker,
  isNewer,
  readState,
  renderMarker,
  renderState,
} from "../../src/report/comment-marker.js";
import { wildText } from "../support/arbitraries.js";

const anyText = fc.oneof(
  wildText,
  fc.string({ unit: fc.constantFrom("-", ">", "<", "!", "/", "%", "\n", "a"), maxLength: 20 }),
  fc.constantFrom("", "-->", "--!>", "a/b", "%2D%2D>", "x".repeat(5000)),
);
const identity: fc.Arbitrary<CommentIdentity> = fc.record({
  workflow: anyText,
  job: anyText,
  leg: fc.option(anyText),
  key: fc.option(anyText),
});
const state: fc.Arbitrary<CommentState> = fc.record({
  runId: fc.maxSafeNat(),
  runAttempt: fc.nat({ max: 99 }),
  drills: fc.dictionary(anyText, anyText, { maxKeys: 9, noNullPrototype: true }),
});

const SOME: CommentIdentity = { workflow: "CI", job: "drill", leg: null, key: null };
const NOW: CommentState = { runId: 42, runAttempt: 1, drills: { "drill_a_log.txt": "0123456789ab" } };

/** One HTML comment on one line: nothing inside ends it early (HTML, 13.1.6). */
const ONE_COMMENT = /^<!-- (?:(?!--|<!-)[^>\r\n])* -->$/;

describe("the marker", () => {
  it("is one HTML comment on one line, of bounded length, whatever the names are", () => {
    fc.assert(
      fc.property(identity, (whose) => {
        const marker = renderMarker(whose);
        expect(marker).toMatch(ONE_COMMENT);
        expect(marker.length).toBeLessThan(1000);
      }),
    );
  });

  it.each([
    { name: "another workflow", other: { workflow: "other" } },
    { name: "another job", other: { job: "other" } },
    { name: "a matrix leg", other: { leg: '{"node":"20"}' } },
    { name: "a key", other: { key: "nightly" } },
    { name: "a key where the other has a leg", other: { leg: "x" }, than: { key: "x" } },
    { name: "a slash in a name", other: { workflow: "a/b", job: "c" }, than: { workflow: "a", job: "b/c" } },
    { name: "a long leg", other: { leg: `${"x".repeat(300)}1` }, than: { leg: `${"x".repeat(300)}2` } },
    { name: "a hyphen that is written as its code", other: { key: "a-b" }, than: { key: "a%2Db" } },
  ])("is not the same for $name", ({ other, than = {} }) => {
    expect(renderMarker({ ...SOME, ...other })).not.toBe(renderMarker({ ...SOME, ...than }));
  });

  it.each([
    { name: "the first line", body: "MARKER\nmore", found: true },
    { name: "the first line, edited in a browser", body: "MARKER\r\nmore", found: true },
    { name: "the only line", body: "MARKER", found: true },
    { name: "a later line", body: "> quoted\nMARKER", found: false },
    { name: "a part of the first line", body: "see MARKER\nmore", found: false },
    { name: "nowhere", body: "", found: false },
  ])("counts on $name: $found", ({ body, found }) => {
    const marker = renderMarker(SOME);
    expect(
      hasMarker(
        body.replace("MARKER", () => marker),
        marker,
      ),
    ).toBe(found);
  });
});

describe("the state", () => {
  it("is one HTML comment on one line", () => {
    fc.assert(
      fc.property(state, (kept) => {
        expect(renderState(kept)).toMatch(ONE_COMMENT);
      }),
    );
  });

  it("is read back as it was, also where a browser put CRLF", () => {
    fc.assert(
      fc.property(state, fc.constantFrom("\n", "\r\n"), (kept, newline) => {
        const body = [renderMarker(SOME), renderState(kept), "### more"].join(newline);
        expect(readState(body)).toEqual(kept);
      }),
    );
  });

  const damaged = (from: string, to: string) => `marker\n${renderState(NOW).replace(from, () => to)}`;
  it.each([
    { name: "no second line", body: "marker" },
    { name: "another second line", body: "marker\n### heading" },
    { name: "the state on another line", body: `marker\n\n${renderState(NOW)}` },
    { name: "a cut line", body: damaged(" -->", "") },
    { name: "a broken escape", body: damaged("%7B", "%7") },
    { name: "no JSON", body: damaged("%7B", "") },
    { name: "a run that is no number", body: damaged("42", "%22x%22") },
    { name: "a run that is no whole number", body: damaged("42", "4.2") },
    { name: "a run below 0", body: damaged("42", "%2D4") },
    { name: "no attempt", body: damaged("runAttempt", "attempt") },
    { name: "no drills", body: damaged("drills", "files") },
  ])("is not read from $name", ({ body }) => {
    expect(readState(body)).toBeNull();
  });

  it("leaves out what is no digest", () => {
    const body = `marker\n<!-- account-sync-drill-state ${encodeURIComponent('{"runId":1,"runAttempt":1,"drills":{"a":"b","c":5}}')} -->`;
    expect(readState(body)).toEqual({ runId: 1, runAttempt: 1, drills: { a: "b" } });
  });
});

describe("isNewer", () => {
  it.each([
    { name: "a later run", a: { runId: 43 }, b: {}, newer: true },
    { name: "an earlier run", a: {}, b: { runId: 43 }, newer: false },
    { name: "a later attempt", a: { runAttempt: 2 }, b: {}, newer: true },
    { name: "the same attempt", a: {}, b: {}, newer: false },
    { name: "a run that cannot be", a: { runId: Number.MAX_SAFE_INTEGER }, b: {}, newer: false },
    { name: "an attempt that cannot be", a: { runAttempt: Number.MAX_SAFE_INTEGER }, b: {}, newer: false },
    { name: "an earlier run's later attempt", a: { runAttempt: 9 }, b: { runId: 43 }, newer: false },
  ])("is $newer for $name", ({ a, b, newer }) => {
    expect(isNewer({ ...NOW, ...a }, { ...NOW, ...b })).toBe(newer);
  });
});
