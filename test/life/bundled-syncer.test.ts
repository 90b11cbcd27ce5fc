import { describe, expect, it } from "vitest";
import type { Day } from "../../src/life/day.js";
import { WireForm } from "../../src/life/wire-form.js";
import { AccountSyncer } from "../../src/syncer/account-syncer.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { parseExpected } from "../../src/syncer/parse-expected.js";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import type { Settle } from "../../src/syncer/settling.js";
import { divergedDay, healthyDay } from "../support/life-days.js";

/** What the bundled syncer says of each sync, fed through wire form. */
async function repliesTo({ steps }: Day, settle: Settle) {
  const wire = new WireForm();
  let line: ReturnType<WireForm["line"]> = {};
  let [now, lastTs] = [0, 0];
  const start = () => {
    const clock = () => now;
    const fetchAccountSnapshot = () => {
      if (line.fetch_error === undefined) return parseSnapshot(line.snapshot);
      throw Object.assign(new Error("no answer"), { reason: line.fetch_error });
    };
    const metrics = new MetricsBuilder({ clock });
    return new AccountSyncer({ port: { fetchAccountSnapshot }, metrics, lastTs, settle });
  };
  let syncer = start();
  const replies: unknown[] = [];
  for (const step of steps) {
    if (step.restart) {
      lastTs = syncer.lastTs;
      syncer = start();
    }
    now = step.at;
    line = wire.line(step);
    const { known } = line;
    const told = Array.isArray(known) ? { order_ids: known } : known;
    const { mismatches, error } = await syncer.sync(told === null ? null : parseExpected(told));
    const rules = mismatches.map(({ rule }) => rule);
    replies.push({ rules, error: error?.reason ?? null, lastTs: syncer.lastTs });
  }
  return replies;
}

function verdictsOf({ expected }: Day) {
  return expected.map(({ findings, error, lastTs }) => ({
    rules: findings.map(({ rule }) => rule),
    error,
    lastTs,
  }));
}

describe.each([
  { syncs: 3, ms: 10_000 },
  { syncs: 1, ms: 10_000 },
  { syncs: 1, ms: 0 },
])("the bundled syncer, with a grace of $syncs syncs and $ms ms,", (settle) => {
  it.each([1, 2])("says of every sync of a day what the contract wants, seed %i", async (seed) => {
    for (const day of [
      divergedDay({ seed, syncs: 400, settle }),
      healthyDay({ seed, day: 2, syncs: 300, settle }),
    ]) {
      expect(await repliesTo(day, settle)).toEqual(verdictsOf(day));
    }
  });
});
