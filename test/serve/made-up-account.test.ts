import { describe, expect, it } from "vitest";
import { type Fault, knownOfMadeUp, MadeUpAccount } from "../../src/serve/made-up-account.js";
import { AccountSyncer } from "../../src/syncer/account-syncer.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";

const START = 1_800_000_000_000;

/** Syncs a made-up account every second for ten seconds: the rules that were found, second by second. */
async function tenSeconds(fault: Fault | null): Promise<string[]> {
  let now = START;
  const clock = () => now;
  const port = new MadeUpAccount(clock, fault);
  const syncer = new AccountSyncer({ port, metrics: new MetricsBuilder({ clock }) });
  const found: string[] = [];
  for (let second = 0; second < 10; second++) {
    const { mismatches, error } = await syncer.sync(knownOfMadeUp(fault?.rule ?? null));
    expect(error).toBeNull();
    found.push(mismatches.map(({ rule }) => rule).join());
    now += 1000;
  }
  return found;
}

describe("the made-up account", () => {
  it("is healthy", async () => {
    expect(await tenSeconds(null)).toEqual(Array(10).fill(""));
  });

  it.each(MISMATCH_RULES)("breaks %s and no other rule, in one snapshot, from its time on", async (rule) => {
    const found = await tenSeconds({ rule, at: START + 3500 });
    expect(found).toEqual(["", "", "", "", rule, "", "", "", "", ""]);
  });

  it.each(MISMATCH_RULES)("leaves the first snapshot healthy, so that %s can show after it", async (rule) => {
    const found = await tenSeconds({ rule, at: 0 });
    expect(found.slice(0, 3)).toEqual(["", rule, ""]);
  });
});
