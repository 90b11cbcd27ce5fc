import { DrillError } from "../errors.js";
import { quoted } from "../syncer/printable.js";
import type { RequestType } from "./messages.js";

/** How long a drilled syncer may take, in ms. None is infinite. */
export interface TimeLimits {
  /** From the start to `hello_ok`. */
  readonly hello: number;
  /** From any other request to its reply. */
  readonly request: number;
  /** From `bye` to the end of the program. */
  readonly bye: number;
  /** From the start to the end, all together. */
  readonly run: number;
}

/** What holds where `--syncer-timeouts` says nothing, in ms. */
export const DEFAULT_TIME_LIMITS: TimeLimits = { hello: 10_000, request: 5_000, bye: 5_000, run: 300_000 };

/** How long the answer to a request of this type may take, in ms. */
export function limitOf(type: RequestType, limits: TimeLimits): number {
  if (type === "hello") return limits.hello;
  return type === "bye" ? limits.bye : limits.request;
}

/** `0.3 s` */
export function inSeconds(ms: number): string {
  return `${ms / 1000} s`;
}

const MOST_SECONDS = 3600;

/**
 * Reads `hello=10,request=5,bye=5,run=300`, in seconds; what is not named keeps its default.
 *
 * @param option named in the message.
 * @throws DrillError `usage`.
 */
export function parseTimeLimits(option: string, text: string): TimeLimits {
  const limits = text.split(",").map((part) => {
    const [, name = "", seconds = ""] =
      /^ *(hello|request|bye|run)=([0-9]{1,4}(?:\.[0-9]{1,3})?) *$/.exec(part) ?? [];
    const ms = Math.round(Number(seconds) * 1000);
    if (name !== "" && ms > 0 && ms <= MOST_SECONDS * 1000) return [name, ms] as const;
    const expected = `expected hello, request, bye or run=SECONDS (over 0, at most ${MOST_SECONDS})`;
    throw new DrillError("usage", `${option}: ${expected}, got ${quoted(part)}`);
  });
  return { ...DEFAULT_TIME_LIMITS, ...Object.fromEntries(limits) };
}
