import { describe, expect, it } from "vitest";
import { DEFAULT_TIME_LIMITS, parseTimeLimits } from "../../src/protocol/time-limits.js";

describe("parseTimeLimits", () => {
  it.each([
    { text: "hello=1", changed: { hello: 1000 } },
    { text: "request=0.5,bye=2", changed: { request: 500, bye: 2000 } },
    { text: "hello=10, request=5, bye=5, run=3600", changed: { run: 3_600_000 } },
  ])("takes $text", ({ text, changed }) => {
    expect(parseTimeLimits("--t", text)).toEqual({ ...DEFAULT_TIME_LIMITS, ...changed });
  });

  it.each([
    "",
    "hello",
    "hello=",
    "hello=0",
    "hello=-1",
    "hello=1e9",
    "hello=3601",
    "run=Infinity",
    "other=1",
    "hello=1,,",
  ])("refuses %j", (text) => {
    expect(() => parseTimeLimits("--t", text)).toThrow(/^--t: expected hello, request, bye or run=SECONDS/);
  });
});
