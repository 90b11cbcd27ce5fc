import type { Check } from "../check/check.js";
import type { Ask } from "../http/ask.js";

/** The outside, as far as a ring needs it. */
export interface RingPorts {
  readonly ask: Ask;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly randomBytes: (count: number) => Uint8Array;
  /** The next line that somebody types; null where nobody can any more. */
  readonly readLine: () => Promise<string | null>;
  /** Tells that the drill was posted. */
  readonly posted: (id: string) => void;
  /** Tells a check as soon as it is known, so many seconds after the post. */
  readonly say: (check: Check, seconds: number) => void;
  /** Asks the person at the terminal for something. */
  readonly prompt: (text: string) => void;
  /** Resolves where the run is told to stop, to the name of the signal. */
  readonly stopped: Promise<string>;
}
