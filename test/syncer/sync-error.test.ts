import { describe, expect, it } from "vitest";
import { toSyncError } from "../../src/syncer/sync-error.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";

const reasonOf = (thrown: unknown) => toSyncError(thrown).reason;

/** An error as a library makes it: a message and properties of its own. */
function errorWith(properties: object, cause?: unknown): Error {
  return Object.assign(new Error("failed", { cause }), properties);
}

describe("what the port says itself", () => {
  it.each(FETCH_ERROR_REASONS)("%s", (reason) => {
    expect(reasonOf({ reason })).toBe(reason);
    expect(reasonOf(errorWith({ reason, code: "ECONNREFUSED", status: 401 }))).toBe(reason);
  });

  it.each([{ reason: "other" }, { reason: "toString" }, { reason: 5 }, { reason: null }])(
    "$reason is none of the closed set",
    ({ reason }) => {
      expect(reasonOf({ reason })).toBe("unknown");
    },
  );
});

describe("by the system's and undici's codes", () => {
  it.each([
    ["ETIMEDOUT", "timeout"],
    ["UND_ERR_CONNECT_TIMEOUT", "timeout"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["UND_ERR_BODY_TIMEOUT", "timeout"],
    ["ECONNREFUSED", "network"],
    ["ECONNRESET", "network"],
    ["ECONNABORTED", "network"],
    ["EPIPE", "network"],
    ["ENOTFOUND", "network"],
    ["EAI_AGAIN", "network"],
    ["EHOSTUNREACH", "network"],
    ["ENETUNREACH", "network"],
    ["UND_ERR_SOCKET", "network"],
    ["E_OTHER", "unknown"],
    ["hasOwnProperty", "unknown"],
  ])("%s is %s", (code, reason) => {
    expect(reasonOf(errorWith({ code }))).toBe(reason);
    expect(reasonOf(errorWith({}, errorWith({ code })))).toBe(reason);
  });
});

describe("by the class names of the platform and of ccxt", () => {
  it.each([
    ["TimeoutError", "timeout"],
    ["AbortError", "timeout"],
    ["RequestTimeout", "timeout"],
    ["AuthenticationError", "auth"],
    ["PermissionDenied", "auth"],
    ["AccountNotEnabled", "auth"],
    ["AccountSuspended", "auth"],
    ["InvalidNonce", "auth"],
    ["RateLimitExceeded", "rate_limit"],
    ["DDoSProtection", "rate_limit"],
    ["NetworkError", "network"],
    ["ExchangeNotAvailable", "network"],
    ["OnMaintenance", "network"],
    ["SyntaxError", "parse"],
    ["BadResponse", "parse"],
    ["NullResponse", "parse"],
    ["ExchangeError", "unknown"],
    ["TypeError", "unknown"],
    ["constructor", "unknown"],
  ])("%s is %s", (name, reason) => {
    expect(reasonOf(errorWith({ name }))).toBe(reason);
  });
});

describe("by HTTP status", () => {
  it.each([
    [401, "auth"],
    [403, "auth"],
    [408, "timeout"],
    [504, "timeout"],
    [418, "rate_limit"],
    [429, "rate_limit"],
    [400, "unknown"],
    [500, "unknown"],
  ])("%i is %s", (status, reason) => {
    expect(reasonOf(errorWith({ status }))).toBe(reason);
  });
});

it("properties of another type say nothing", () => {
  for (const odd of [null, true, ["TimeoutError"], Object.create(null)]) {
    expect(reasonOf(errorWith({ code: odd, name: odd, status: odd, cause: odd }))).toBe("unknown");
  }
});

describe("which comes first", () => {
  it.each([
    {
      name: "code before class",
      thrown: errorWith({ code: "ETIMEDOUT", name: "NetworkError" }),
      reason: "timeout",
    },
    {
      name: "class before status",
      thrown: errorWith({ name: "RequestTimeout", status: 401 }),
      reason: "timeout",
    },
    {
      name: "status before cause",
      thrown: errorWith({ status: 429 }, errorWith({ code: "ECONNRESET" })),
      reason: "rate_limit",
    },
    {
      name: "a cause of a cause",
      thrown: errorWith({}, errorWith({}, errorWith({ status: 403 }))),
      reason: "auth",
    },
  ])("$name", ({ thrown, reason }) => {
    expect(reasonOf(thrown)).toBe(reason);
  });

  it("a chain of causes is followed to its sixth link and no further, a loop too", () => {
    const chainOf = (links: number): Error =>
      links === 1 ? errorWith({ status: 429 }) : errorWith({}, chainOf(links - 1));
    expect(reasonOf(chainOf(6))).toBe("rate_limit");
    expect(reasonOf(chainOf(7))).toBe("unknown");
    const loop = errorWith({});
    loop.cause = loop;
    expect(reasonOf(loop)).toBe("unknown");
  });
});

describe("the message", () => {
  it.each([
    { name: "an error's own", thrown: new Error("boom"), message: "boom" },
    { name: "text that was thrown", thrown: "boom", message: "boom" },
    { name: "null", thrown: null, message: "null" },
    {
      name: "in one printable line",
      thrown: new Error("a\nb\x1b[2J"),
      message: String.raw`a\u{a}b\u{1b}[2J`,
    },
    { name: "cut after 500 characters", thrown: new Error("x".repeat(501)), message: "x".repeat(500) },
    {
      name: "cut through a pair, without leaving half of it",
      thrown: new Error(`${"x".repeat(499)}😀`),
      message: `${"x".repeat(499)}\\u{d83d}`,
    },
  ])("$name", ({ thrown, message }) => {
    expect(toSyncError(thrown)).toEqual({ reason: "unknown", message });
  });
});
