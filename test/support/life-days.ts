import { TAKEN } from "../../src/drill/taken.js";
import { type Day, type DayOptions, makeDay } from "../../src/life/day.js";
import { CATALOGUE } from "../../src/life/divergences/catalogue.js";
import { differencesOf } from "../../src/life/model/differences.js";
import type { Difference } from "../../src/life/model/finding.js";
import { indexed } from "../../src/life/model/indexed.js";
import type { Account, LifeStep } from "../../src/life/rows.js";

/** The grace that the documents advise. */
export const ADVISED = { syncs: 3, ms: 10_000 };

/** A day on which nothing is wrong. */
export function healthyDay(options: Partial<DayOptions> = {}): Day {
  return divergedDay({ divergences: [], ...options });
}

/** A day with all of the catalogue. */
export function divergedDay(options: Partial<DayOptions> = {}): Day {
  return makeDay({
    ...{ seed: 1, day: 1, syncs: 1_000, settle: ADVISED, takes: TAKEN, divergences: CATALOGUE },
    ...options,
  });
}

/** A sync that was answered. */
export type Answered = LifeStep & { readonly answer: Account };

export function answered({ steps }: Day): Answered[] {
  return steps.filter((step): step is Answered => typeof step.answer !== "string");
}

/** What exchange and bot do not say alike in one sync. */
export function differencesIn({ answer, known }: Answered): Difference[] {
  return differencesOf(indexed(answer), known);
}

/** The findings of the syncs in which nothing was planted, in words. */
export function falseAlarms({ expected, planted }: Day): string[] {
  const isPlanted = (sync: number) => planted.some(({ from, healed }) => sync >= from && sync < healed);
  return expected.flatMap(({ findings }, sync) =>
    isPlanted(sync) ? [] : findings.map(({ rule, row }) => `sync ${sync}: ${rule} ${row}`),
  );
}
