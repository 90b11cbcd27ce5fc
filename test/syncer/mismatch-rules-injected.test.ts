import fc from "fast-check";
import { it } from "vitest";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { isFound } from "../support/injected-faults.js";

it.each(MISMATCH_RULES)("an injected %s is found, counted once, and nothing beside it", async (rule) => {
  await fc.assert(isFound(rule), { numRuns: 50 });
});
