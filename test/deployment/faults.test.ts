import { describe, expect, it } from "vitest";
import { casesToRun } from "../support/at-length.js";
import { ask } from "../support/deployment/asked.js";
import { FAULTS } from "../support/deployment/faults.js";
import { MAJORS } from "../support/deployment/majors.js";
import { withStack } from "../support/deployment/with-stack.js";
import { patient } from "../support/patience.js";

const timeout = patient(900_000);
const QUIET = FAULTS.filter(({ onlyRing }) => !onlyRing);

describe.each(MAJORS)("check, on $prometheus and $alertmanager", (majors) => {
  it.concurrent("finds nothing wrong with a healthy stack", { timeout }, async ({ expect: expectHere }) => {
    const args = ["check", "--receiver", "account-sync", "--targets", "1"];
    const { exitCode, ids, text } = await withStack({ ...majors, seconds: 2 }, (stack) => ask(stack, args));
    const found = { failed: ids("failed"), warned: ids("warned"), exitCode };
    expectHere(found, text).toEqual({ failed: [], warned: [], exitCode: 0 });
    expectHere(text).toContain('A mismatch pages "account-sync" after 190 to 194 s.');
  });

  for (const { id, what, plan, afterwards, given, fails = [], warns = [], says = [] } of casesToRun(
    "deployment faults",
    QUIET,
    "npm run deployment",
  )) {
    it.concurrent(`names ${id}: ${what}`, { timeout }, async ({ expect: expectHere }) => {
      const { exitCode, ids, text } = await withStack({ seconds: 2, ...plan, ...majors }, async (stack) => {
        await afterwards?.(stack);
        return ask(stack, ["check"], { given });
      });
      // What swallows every alert swallows the heartbeat too.
      const warned = ids("warned").filter((one) => one !== "routed.heartbeat");
      expectHere({ failed: ids("failed"), warned }, text).toEqual({
        failed: fails,
        warned: warns,
      });
      expectHere(exitCode, text).toBe(fails.length > 0 ? 1 : 0);
      for (const one of says) expectHere(text).toMatch(one);
    });
  }
});

it("has a fault of each kind in npm test", () => {
  expect(FAULTS.filter(({ isInShort }) => isInShort).length).toBeGreaterThan(5);
});
