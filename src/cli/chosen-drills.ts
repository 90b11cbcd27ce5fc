import type { Drill } from "../drill/drill.js";
import type { SuiteName } from "../drills/suites.js";
import { DrillError } from "../errors.js";
import { MOST_DAYS, wantedLife } from "../fire-drill/wanted-life.js";
import type { WantedLife } from "../life/life-drill.js";
import { LIFE_ID } from "../life/life-names.js";
import { quoted } from "../syncer/printable.js";
import { type ParsedArguments, wholeNumber } from "./arguments.js";

/** What a run asks of a syncer. */
export interface ChosenDrills {
  readonly drills: readonly Drill[];
  /** Null: no days of trading. */
  readonly life: WantedLife | null;
}

/**
 * Reads `--seed` and `--days`.
 *
 * @throws DrillError `usage`, also where the suite has no days of trading.
 */
export function lifeOf(args: ParsedArguments, suite: SuiteName): WantedLife | null {
  const alone = ["seed", "days"].find((name) => args.text(name) !== undefined);
  if (suite !== "life" && alone !== undefined)
    throw new DrillError("usage", `--${alone}: give --suite life too`);
  const numberOf = (name: string) => {
    const text = args.text(name);
    return text === undefined ? undefined : wholeNumber(`--${name}`, text);
  };
  const days = numberOf("days");
  if (days !== undefined && (days < 1 || days > MOST_DAYS)) {
    throw new DrillError("usage", `--days: expected 1 to ${MOST_DAYS}, got ${days}`);
  }
  return wantedLife(suite, { seed: numberOf("seed"), days });
}

/**
 * What is named in `--only`, in its own order; all of it without that. The days of trading are called `life`.
 *
 * @throws DrillError `usage` for a name that is not a drill's.
 */
export function chooseDrills(
  drills: readonly Drill[],
  only: string | undefined,
  life: WantedLife | null,
): ChosenDrills {
  if (only === undefined) return { drills, life };
  const known = [...drills.map(({ id }) => id), ...(life === null ? [] : [LIFE_ID])];
  const wanted = only.split(",").map((name) => name.trim().toLowerCase());
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new DrillError("usage", `--only: no drill ${quoted(unknown)}; choose from ${known.join(", ")}`);
  }
  return {
    drills: drills.filter(({ id }) => wanted.includes(id)),
    life: wanted.includes(LIFE_ID) ? life : null,
  };
}
