import { describe, expect, it } from "vitest";
import { TAKEN } from "../../src/drill/taken.js";
import { makeDay } from "../../src/life/day.js";
import { CATALOGUE } from "../../src/life/divergences/catalogue.js";
import { WireForm } from "../../src/life/wire-form.js";
import { oracleVerdicts } from "../support/contract-oracle/contract-oracle.js";
import type { HistoryLine } from "../support/contract-oracle/history-line.js";

const SETTLES = [
  { syncs: 3, ms: 10_000 },
  { syncs: 1, ms: 10_000 },
  { syncs: 5, ms: 0 },
  { syncs: 1, ms: 0 },
];

describe.each(SETTLES)("with a grace of $syncs syncs and $ms ms", (settle) => {
  it.each([1, 2, 3])("every sync of a day comes to what an oracle says, seed %i", (seed) => {
    const day = makeDay({ seed, day: 1, syncs: 400, settle, takes: TAKEN, divergences: CATALOGUE });
    const wire = new WireForm();
    const lines: HistoryLine[] = day.steps.map((step) => JSON.parse(JSON.stringify(wire.line(step))));
    const model = day.expected.map(({ findings, error, lastTs }) => ({
      rules: findings.map(({ rule }) => rule),
      error,
      lastTs,
    }));
    const differing = oracleVerdicts(lines, settle).flatMap((oracle, sync) =>
      JSON.stringify(oracle) === JSON.stringify(model[sync]) ? [] : [{ sync, oracle, model: model[sync] }],
    );
    expect(differing).toEqual([]);
  });
});
