import { messageOf, systemCodeOf } from "../errors.js";
import { isRecord } from "./field-reader.js";
import { printable } from "./printable.js";
import { FETCH_ERROR_REASONS, type FetchErrorReason, type SyncError } from "./sync-result.js";

const MOST_MESSAGE_CHARACTERS = 500;

// By the system's or undici's code, by the error's class (the platform's and ccxt's), by HTTP status.
const BY_CODE: Readonly<Record<string, FetchErrorReason>> = {
  ETIMEDOUT: "timeout",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ECONNREFUSED: "network",
  ECONNRESET: "network",
  ECONNABORTED: "network",
  EPIPE: "network",
  ENOTFOUND: "network",
  EAI_AGAIN: "network",
  EHOSTUNREACH: "network",
  ENETUNREACH: "network",
  UND_ERR_SOCKET: "network",
};

const BY_NAME: Readonly<Record<string, FetchErrorReason>> = {
  TimeoutError: "timeout",
  AbortError: "timeout",
  RequestTimeout: "timeout",
  AuthenticationError: "auth",
  PermissionDenied: "auth",
  AccountNotEnabled: "auth",
  AccountSuspended: "auth",
  InvalidNonce: "auth",
  RateLimitExceeded: "rate_limit",
  DDoSProtection: "rate_limit",
  NetworkError: "network",
  ExchangeNotAvailable: "network",
  OnMaintenance: "network",
  SyntaxError: "parse",
  BadResponse: "parse",
  NullResponse: "parse",
};

const BY_STATUS: Readonly<Record<number, FetchErrorReason>> = {
  401: "auth",
  403: "auth",
  408: "timeout",
  418: "rate_limit",
  429: "rate_limit",
  504: "timeout",
};

/**
 * What a failed fetch counts as (contract, section 3: a closed set).
 *
 * A port may say it itself, with a `reason` property on what it throws; otherwise the system's code, the
 * error's class name, its HTTP `status` and then its `cause` decide, and `unknown` is left.
 */
export function toSyncError(thrown: unknown): SyncError {
  const message = printable(messageOf(thrown).slice(0, MOST_MESSAGE_CHARACTERS));
  return { reason: reasonOf(thrown, 0) ?? "unknown", message };
}

function reasonOf(thrown: unknown, depth: number): FetchErrorReason | undefined {
  if (!isRecord(thrown) || depth > 5) return undefined;
  return (
    FETCH_ERROR_REASONS.find((reason) => reason === thrown.reason) ??
    (thrown.code === "bad_input" ? "parse" : undefined) ??
    ownEntry(BY_CODE, systemCodeOf(thrown)) ??
    ownEntry(BY_NAME, thrown.name) ??
    ownEntry(BY_STATUS, thrown.status) ??
    reasonOf(thrown.cause, depth + 1)
  );
}

function ownEntry(
  table: Readonly<Record<string | number, FetchErrorReason>>,
  key: unknown,
): FetchErrorReason | undefined {
  if (typeof key !== "string" && typeof key !== "number") return undefined;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
