import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { LIFE_ID } from "../../src/life/life-names.js";
import { daysOf } from "../../src/self-test/few-days.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { tableSyncer } from "../../src/self-test/table-syncer.js";
import { ADVISED } from "../../src/syncer/settling.js";
import { PREFIX } from "./fire-drill-run.js";

/** An honest syncer with the grace that the documents advise. */
export function honest(): DrilledSyncer {
  return new SketchSyncer({ grace: { says: ADVISED, waits: ADVISED } });
}

/** A syncer that answers what an honest one answered when it was drilled with this seed. */
export function tableOf(seed: number): Promise<DrilledSyncer> {
  return tableSyncer(honest(), seed, []);
}

/** The days of trading that a seed makes, as a drill's result. */
export async function daysOfSeed(syncer: DrilledSyncer, seed: number) {
  const { drills } = await runDrills([], syncer, PREFIX, undefined, daysOf(seed));
  const life = drills.find(({ id }) => id === LIFE_ID);
  if (life === undefined) throw new Error("no days of trading");
  return life;
}

/** Whether it fails on the days of trading that a seed makes. */
export async function failedOnSeed(syncer: DrilledSyncer, seed: number): Promise<boolean> {
  const { checks } = await daysOfSeed(syncer, seed);
  return checks.some(({ status }) => status === "failed");
}
