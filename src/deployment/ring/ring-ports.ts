import type { Ask } from "../http/ask.js";

/** The outside, as far as a ring needs it. */
export interface RingPorts {
  readonly ask: Ask;
  readonly clock: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly randomBytes: (count: number) => Uint8Array;
  /** The next line that somebody types; null where nobody can any more. */
  readonly readLine: () => Promise<string | null>;
  /** Shows a line at once. */
  readonly say: (line: string) => void;
  /** Resolves where the run is told to stop, to the name of the signal. */
  readonly stopped: Promise<string>;
}
