import { describe, expect, it } from "vitest";
import { KNOWN_ORDER_IDS, MadeUpAccount } from "../../src/serve/made-up-account.js";
import { AccountSyncer } from "../../src/syncer/account-syncer.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";

/** Syncs a made-up account every second for ten seconds: the rules that were found, second by second. */
async function tenSeconds(makeAccount: (clock: () => number) => MadeUpAccount): Promise<string[]> {
  let now = 1_800_000_000_000;
  const clock = () => now;
  const syncer = new AccountSyncer({ port: makeAccount(clock), metrics: new MetricsBuilder({ clock }) });
  const found: string[] = [];
  for (let second = 0; second < 10; second++) {
    const { mismatches, error } = await syncer.sync(KNOWN_ORDER_IDS);
    expect(error).toBeNull();
    found.push(mismatches.map(({ rule }) => rule).join());
    now += 1000;
  }
  return found;
}

describe("the made-up account", () => {
  it("is healthy", async () => {
    expect(await tenSeconds((clock) => new MadeUpAccount(clock, null))).toEqual(Array(10).fill(""));
  });

  it.each(MISMATCH_RULES)("breaks %s and no other rule, in one snapshot, from its time on", async (rule) => {
    const found = await tenSeconds((clock) => new MadeUpAccount(clock, { rule, at: clock() + 3500 }));
    expect(found).toEqual(["", "", "", "", rule, "", "", "", "", ""]);
  });

  it.each(MISMATCH_RULES)("leaves the first snapshot healthy, so that %s can show after it", async (rule) => {
    const found = await tenSeconds((clock) => new MadeUpAccount(clock, { rule, at: 0 }));
    expect(found.slice(0, 3)).toEqual(["", rule, ""]);
  });
});
