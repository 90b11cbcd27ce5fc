import type { IncomingHttpHeaders } from "node:http";
import { messageOf } from "../../errors.js";
import { FieldReader, isRecord } from "../../syncer/field-reader.js";
import { printable } from "../../syncer/printable.js";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Why there is nothing to read, in words that follow the server's address: `answered 401 Unauthorized: …`.
 *
 * - `unreachable`: no answer at all
 * - `denied`: 401 or 403
 * - `missing`: it has no such page (404, 405, 501)
 * - `failed`: the server says itself that it could not do what was asked
 * - `odd`: an answer, but not that of the server it was taken for
 */
export interface Refusal {
  readonly kind: "unreachable" | "denied" | "missing" | "failed" | "odd";
  readonly why: string;
}

/** Thrown inside of a reader, and caught where the whole answer is read. */
export class BrokenAnswer extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.why);
    this.refusal = refusal;
  }
}

/** What was read of a server, or why it could not be. */
export type Read<T> = { readonly value: T } | { readonly refusal: Refusal };

/** True where something could be read. */
export function wasRead<T>(read: Read<T>): read is { readonly value: T } {
  return "value" in read;
}

/** The value, or what stands for it where nothing could be read. */
export function valueOr<T>(read: Read<T>, otherwise: T): T {
  return wasRead(read) ? read.value : otherwise;
}

/** Reads an answer's text with `parse`, which may throw {@link BrokenAnswer}; any other answer than 200 is refused. */
export function readText<T>(answer: Answer | Refusal, parse: (text: string) => T): Read<T> {
  if (!("status" in answer)) return { refusal: answer };
  const refusal = refusalOf(answer);
  if (refusal !== null) return { refusal };
  try {
    return { value: parse(answer.body) };
  } catch (error) {
    if (error instanceof BrokenAnswer) return { refusal: error.refusal };
    return { refusal: { kind: "odd", why: `answered what cannot be read: ${printable(messageOf(error))}` } };
  }
}

/**
 * Reads an answer's JSON with a reader that notes every bad path.
 *
 * @param parse is given the whole document under the name that paths begin with.
 */
export function readJson<T>(
  answer: Answer | Refusal,
  parse: (document: unknown, problems: string[]) => T,
): Read<T> {
  return readText(answer, (text) => {
    const problems: string[] = [];
    const value = parse(parsed(text), problems);
    const [first] = problems;
    if (first === undefined) return value;
    const more = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
    throw new BrokenAnswer({
      kind: "odd",
      why: `answered JSON of another shape: ${printable(first)}${more}`,
    });
  });
}

/** What Prometheus puts around each answer: `{"status": "success", "data": …}`. */
export function dataOf(document: unknown, problems: string[]): unknown {
  const reader = new FieldReader(document, "", problems);
  reader.oneOf("status", ["success"]);
  return reader.raw("data");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenAnswer({ kind: "odd", why: "answered text that is not JSON" });
  }
}

function refusalOf({ status, headers, body }: Answer): Refusal | null {
  const isHtml = /^text\/html/i.test(headers["content-type"] ?? "") || /^\s*</.test(body);
  if (status >= 300 && status < 400) {
    const target = printable(headers.location ?? "nowhere").slice(0, 200);
    return {
      kind: "odd",
      why: `answered ${status}, a redirect to ${withoutQuery(target)}, which is not followed`,
    };
  }
  if (status === 401 || status === 403) {
    return { kind: "denied", why: `answered ${status}: it wants other credentials (--http-config)` };
  }
  if (status === 404 || status === 405 || status === 501) {
    return {
      kind: "missing",
      why: `answered ${status}: no such page (is a path prefix missing in the URL, or one too many?)`,
    };
  }
  if (status !== 200) return failureOf(status, body);
  return isHtml ? { kind: "odd", why: "answered HTML (a login page?)" } : null;
}

// Prometheus' own errors are JSON that says so; anything else may come from whatever stands before it.
function failureOf(status: number, body: string): Refusal {
  try {
    const error: unknown = JSON.parse(body);
    if (isRecord(error) && error.status === "error" && typeof error.error === "string") {
      return { kind: "failed", why: `answered ${status}: ${printable(error.error).slice(0, 200)}` };
    }
  } catch {
    // No JSON: not the server's own words.
  }
  return { kind: "odd", why: `answered ${status}` };
}

// A login's redirect may carry a token.
function withoutQuery(location: string): string {
  return location.replace(/[?#].*$/s, "").replace(/\/\/[^/@]*@/, "//");
}
