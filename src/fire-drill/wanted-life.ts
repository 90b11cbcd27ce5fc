import type { SuiteName } from "../drills/suites.js";
import type { WantedLife } from "../life/life-drill.js";
import { USUAL_DAYS } from "../life/life-names.js";

/** The seed where none is given. */
export const USUAL_SEED = 1;
/** The most that `--days` takes. */
export const MOST_DAYS = 365;

const COMMIT = /^[0-9a-f]{40}/;
const SEED_DIGITS = 8;

/** The days of trading that a suite asks for: none, but for the suite `life`. */
export function wantedLife(
  suite: SuiteName,
  { seed = USUAL_SEED, days = USUAL_DAYS.days }: { seed?: number | undefined; days?: number | undefined },
): WantedLife | null {
  return suite === "life" ? { ...USUAL_DAYS, seed, days } : null;
}

/** The seed of a commit: the number that its first eight digits are. The usual one where it is not known. */
export function seedOfCommit(sha: string): number {
  return COMMIT.test(sha) ? Number.parseInt(sha.slice(0, SEED_DIGITS), 16) : USUAL_SEED;
}
