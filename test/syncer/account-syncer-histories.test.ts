import fc from "fast-check";
import { expect, it } from "vitest";
import { anyHistories, cleanHistories, expectAsTheOracleSays } from "../support/account-histories.js";
import { expectedFindings } from "../support/account-oracle.js";

it("after any history: findings, last ts, gauges and counters are what the contract's text adds up to", async () => {
  await fc.assert(fc.asyncProperty(anyHistories, expectAsTheOracleSays), { numRuns: 250 });
});

it("a history of clean accounts raises nothing", async () => {
  const silent = fc.asyncProperty(cleanHistories, async (history) => {
    expect(history.flatMap((_, index) => expectedFindings(history.slice(0, index + 1)))).toEqual([]);
    await expectAsTheOracleSays(history);
  });
  await fc.assert(silent, { numRuns: 150 });
});
