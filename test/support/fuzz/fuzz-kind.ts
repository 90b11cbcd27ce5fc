import fc from "fast-check";
import { breachOf, type LawRuns } from "../law-runs.js";
import { patient } from "../patience.js";

/** One kind of malformed input, and what is promised of whoever gets it. */
export interface FuzzKind {
  readonly name: string;
  /** How many of 1,000 cases are of this kind. */
  readonly share: number;
  /** Tries so many cases; says which broke the promise, or null. */
  readonly run: (runs: LawRuns, directory: string, onCase?: () => void) => Promise<string | null>;
}

/** No case may take longer on an idle machine, in ms: a bound that only a hang or quadratic work reaches. */
const IDLE_MOST_MS = 5_000;

/**
 * A kind of malformed input.
 *
 * @param holds throws where the promise is broken; it is given a directory of the run's own.
 */
export function fuzzKind<T>(
  name: string,
  share: number,
  cases: fc.Arbitrary<T>,
  holds: (given: T, directory: string) => Promise<void> | void,
): FuzzKind {
  const run: FuzzKind["run"] = async (runs, directory, onCase) => {
    const law = fc.asyncProperty(cases, async (given) => {
      onCase?.();
      const began = performance.now();
      await endsInTime(holds(given, directory));
      const took = performance.now() - began;
      if (took > patient(IDLE_MOST_MS)) throw new Error(`it took ${Math.round(took)} ms`);
    });
    return breachOf(law, runs);
  };
  return { name, share, run };
}

async function endsInTime(work: Promise<void> | void): Promise<void> {
  if (work === undefined) return;
  const most = patient(IDLE_MOST_MS);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it did not end within ${most} ms`)), most);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
