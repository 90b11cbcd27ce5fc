import { describe, expect, it } from "vitest";
import { timestampName } from "../../src/evidence/timestamp-name.js";

describe("timestampName", () => {
  it.each([
    { name: "the epoch", ms: 0, expected: "19700101T000000Z" },
    { name: "the last ms of a second", ms: 999, expected: "19700101T000000Z" },
    { name: "the first ms of the next", ms: 1000, expected: "19700101T000001Z" },
    { name: "a leap day", ms: Date.UTC(2028, 1, 29, 23, 59, 59), expected: "20280229T235959Z" },
  ])("names $name in UTC", ({ ms, expected }) => {
    expect(timestampName(ms)).toBe(expected);
  });
});
