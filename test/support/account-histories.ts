import fc from "fast-check";
import { expect } from "vitest";
import { parseSnapshot } from "../../src/syncer/parse-snapshot.js";
import { FETCH_ERROR_REASONS, type SyncResult } from "../../src/syncer/sync-result.js";
import {
  type Answer,
  type ExpectedFinding,
  expectedFindings,
  expectedLastTs,
  expectedSeries,
  type WireAccount,
} from "./account-oracle.js";
import { cleanAccounts, knownLookalikes, LOOKALIKES, timestamp, wireSnapshots } from "./arbitraries.js";
import { SyncerRig } from "./syncer-rig.js";

const CLOCK_STEP = 1_500;
/** The source of an account that comes from an exchange. */
export const CLEAN_EXCHANGE = "exchange";
const EMPTY: WireAccount = { positions: [], open_orders: [], ts: 0, source: CLEAN_EXCHANGE };

type Step =
  | { readonly account: WireAccount; readonly known: readonly string[] | null }
  | { readonly reason: string };

const accountsThatMeet = fc
  .tuple(wireSnapshots(LOOKALIKES), fc.oneof(fc.nat({ max: 6 }), timestamp))
  .map(([account, ts]) => ({ ...account, ts }));

const anySteps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ account: accountsThatMeet, known: fc.option(knownLookalikes) }) },
  { weight: 1, arbitrary: fc.record({ account: fc.constant(EMPTY), known: fc.option(knownLookalikes) }) },
  { weight: 1, arbitrary: fc.record({ reason: fc.constantFrom(...FETCH_ERROR_REASONS) }) },
);

/** Whatever an exchange may answer, sync after sync: all four rules, regressions, recoveries, errors, empty accounts. */
export const anyHistories = fc.array(anySteps, { minLength: 1, maxLength: 6 }).map(timed);

const cleanSteps = fc.record({
  account: fc.option(cleanAccounts),
  later: fc.oneof(fc.constant(0), fc.nat({ max: 9 }), fc.nat({ max: 2 ** 40 })),
  known: fc.option(fc.constantFrom<readonly string[]>([], ["another", "__proto__"])),
});

/** Accounts with nothing wrong, each at or after the ts of the one before, or empty; all orders known, or none asked. */
export const cleanHistories = fc.array(cleanSteps, { minLength: 1, maxLength: 4 }).map((steps) => {
  let ts = 0;
  return timed(
    steps.map(({ account, later, known }) => {
      ts = account === null ? 0 : ts + later;
      const ids = account?.open_orders.map(({ order_id }) => order_id) ?? [];
      return {
        account: account === null ? EMPTY : { ...account, ts, source: CLEAN_EXCHANGE },
        known: known === null ? null : [...ids, ...known],
      };
    }),
  );
});

function timed(steps: readonly Step[]): Answer[] {
  return steps.map((step, index) => ({ ...step, now: (index + 1) * CLOCK_STEP }));
}

/** Feeds a history to a syncer of its own, and holds each result and the last scrape against the oracle. */
export async function expectAsTheOracleSays(history: readonly Answer[]): Promise<void> {
  const rig = new SyncerRig();
  for (const [index, answer] of history.entries()) {
    const until = history.slice(0, index + 1);
    expectFindings(await syncOnce(rig, answer), expectedFindings(until));
    expect(rig.syncer.lastTs).toBe(expectedLastTs(until));
  }
  rig.now += CLOCK_STEP;
  const scraped = await rig.scrape();
  const expected = expectedSeries(history, rig.now);
  const seen = Object.keys(expected).map((name) => [name, scraped.get(`grinder_account_sync_${name}`)]);
  expect(Object.fromEntries(seen)).toEqual(expected);
}

/** One sync of what the history says, at its time. */
export function syncOnce(rig: SyncerRig, answer: Answer): Promise<SyncResult> {
  rig.now = answer.now;
  if ("account" in answer) return rig.sync(parseSnapshot(answer.account), answer.known);
  return rig.sync(() => {
    throw Object.assign(new Error("injected"), { reason: answer.reason });
  });
}

function expectFindings(result: SyncResult, expected: readonly ExpectedFinding[]): void {
  const found = result.mismatches.map(({ rule, detail }) => {
    const [, row = "snapshot", key = ""] = /^(position|order) "([^"]*)"/.exec(detail) ?? [];
    return { rule, row, key };
  });
  const groups = (findings: readonly { rule: string; row: string }[]) =>
    findings.map(({ rule, row }) => `${rule} ${row}`);
  const subjects = (findings: readonly { rule: string; row: string; key: string }[]) =>
    findings.map(({ rule, row, key }) => `${rule} ${row} ${key}`).sort();
  expect(groups(found)).toEqual(groups(expected));
  expect(subjects(found)).toEqual(subjects(expected));
  expect(result.ok).toBe(result.error === null && expected.length === 0);
}
