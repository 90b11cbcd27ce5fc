import { describe, expect, it } from "vitest";
import { ContractModel } from "../../src/life/model/contract-model.js";
import type { LifeStep } from "../../src/life/rows.js";
import { shrinkHistory } from "../../src/life/shrink-history.js";
import { MISMATCH_RULES, type MismatchRule } from "../../src/syncer/mismatch-rules.js";
import { ADVISED, divergedDay, healthyDay } from "../support/life-days.js";

/** What a syncer says of each sync: the rules it finds. */
type Syncer = (steps: readonly LifeStep[]) => readonly (readonly string[])[];

function contract(settle = ADVISED, change = (step: LifeStep) => step): Syncer {
  return (steps) => {
    const model = new ContractModel(settle, true);
    return steps.map((step) => model.judge(change(step)).findings.map(({ rule }) => rule));
  };
}

function blindTo(rule: MismatchRule): Syncer {
  return (steps) => contract()(steps).map((rules) => rules.filter((found) => found !== rule));
}

function withoutFailures(step: LifeStep, before: LifeStep | undefined): LifeStep {
  return typeof step.answer === "string" && before !== undefined ? { ...before, at: step.at } : step;
}

const throughFailures: Syncer = (steps) => {
  const filled: LifeStep[] = [];
  for (const step of steps) filled.push(withoutFailures(step, filled.at(-1)));
  return contract()(filled);
};

const FLAWED: readonly (readonly [string, Syncer])[] = [
  ...MISMATCH_RULES.map((rule) => [`does not see ${rule}`, blindTo(rule)] as const),
  ["says at once what it should wait for", contract({ syncs: 1, ms: 0 })],
  ["waits for a sync too few", contract({ syncs: 2, ms: 10_000 })],
  ["waits for a sync too many", contract({ syncs: 4, ms: 10_000 })],
  ["counts syncs and no time", contract({ syncs: 3, ms: 0 })],
  ["remembers across a restart", contract(ADVISED, (step) => ({ ...step, restart: false }))],
  ["counts failed fetches as sights", throughFailures],
];

function failsFor(syncer: Syncer) {
  return async (steps: readonly LifeStep[]) =>
    JSON.stringify(syncer(steps)) !== JSON.stringify(contract()(steps));
}

describe("a day on which a syncer fails is shrunk to at most five syncs, where the syncer", () => {
  const day = divergedDay({ seed: 3 });

  it.each(FLAWED)("%s", async (_, syncer) => {
    const fails = failsFor(syncer);
    expect(await fails(day.steps)).toBe(true);
    const shrunk = await shrinkHistory(day.steps, fails);
    expect(await fails(shrunk)).toBe(true);
    expect(shrunk.length).toBeLessThanOrEqual(5);
    const rows = shrunk.flatMap(({ answer }) =>
      typeof answer === "string" ? [] : [...answer.orders, ...answer.positions],
    );
    expect(rows.length).toBeLessThanOrEqual(10);
  });
});

describe("shrinkHistory", () => {
  it("leaves a false alarm on a healthy day as the one sync that rang", async () => {
    const { steps } = healthyDay({ syncs: 200 });
    const alarmed = async (some: readonly LifeStep[]) =>
      contract({ syncs: 1, ms: 0 })(some).some((rules) => rules.includes("position_mismatch"));
    expect((await shrinkHistory(steps, alarmed)).length).toBe(1);
  });
});
