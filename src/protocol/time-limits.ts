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
