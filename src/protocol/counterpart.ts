import type { SyncRequest } from "../drill/drilled-syncer.js";
import type { SyncerIdentity } from "../drill/results.js";
import { printable } from "../syncer/printable.js";
import { answeredWithError } from "./envelope.js";
import { unnamedModule } from "./load-module.js";
import type { RequestType } from "./messages.js";
import type { Channel } from "./program.js";
import { putBack } from "./put-back.js";
import { inSeconds } from "./time-limits.js";

/** What is at the other end of the protocol, and how to speak of it. */
export interface Counterpart {
  readonly channel: Channel;
  /** As the user named it, safe to log. */
  readonly name: string;
  /** Who it is before it said so. */
  readonly unnamed: SyncerIdentity;
  /** Why it is late with the answer to a request, having sent so many bytes without a newline. */
  readonly whyLate: (type: RequestType, limit: number, waiting: number) => string;
  /** What its answer `error` says. */
  readonly errorText: (type: RequestType, said: string) => string;
  /** What may be the reason where it ended before it answered; empty where that says all. */
  readonly endedAdvice: (type: RequestType | undefined) => string;
  /** Told of each `sync_ok`. */
  readonly onSynced: (request: SyncRequest, reply: Readonly<Record<string, unknown>>) => void;
}

/** A program of the user's. */
export function programOf(words: readonly string[]): Counterpart {
  const name = printable(words.join(" "));
  return {
    channel: "standard",
    name,
    unnamed: { name, version: "unknown", language: "unknown" },
    whyLate: (type, limit, waiting) => {
      const advice =
        waiting === 0
          ? "is standard output flushed after each line?"
          : `${waiting} bytes came without a newline at their end`;
      return `it did not answer ${type} within ${inSeconds(limit)}; ${advice}`;
    },
    errorText: answeredWithError,
    endedAdvice: () => "",
    onSynced: () => undefined,
  };
}

/** A module of the user's, in a process that hosts it. */
export function moduleOf(path: string): Counterpart {
  const called = (type: RequestType) => (type === "hello" ? "loading" : type);
  const advice = `; a program that speaks the protocol is named with what runs it: node ${printable(path)}`;
  return {
    channel: "beside",
    name: printable(path),
    unnamed: unnamedModule(path),
    whyLate: (type, limit) => `${called(type)}: it did not come back within ${inSeconds(limit)}`,
    errorText: (_, said) => said,
    endedAdvice: (type) => (type === "hello" ? advice : ""),
    onSynced: (request, reply) => putBack(request.snapshot, reply.snapshot),
  };
}
