import fc from "fast-check";
import { it } from "vitest";
import { anyHistories, expectAsTheOracleSays, waits } from "../support/account-histories.js";

it("after any history: findings, pending, last ts, gauges and counters are what the contract's text adds up to", async () => {
  await fc.assert(fc.asyncProperty(anyHistories, waits, expectAsTheOracleSays), { numRuns: 400 });
});
