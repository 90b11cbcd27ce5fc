import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { DeclaredSyncer } from "../../src/drill/declared-syncer.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";
import { type DrillReport, hasPassed, totalsOf } from "../../src/drill/results.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { drillsOf } from "../../src/drills/suites.js";
import { causeLine, causesOf } from "../../src/report/causes.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { drillReport } from "../support/sample-report.js";

/** The bundled syncer, seen through something that is wrong. */
class SeenThrough extends BundledSyncer {
  readonly #reply: (reply: SyncReply) => SyncReply;
  readonly #text: (text: string) => string;

  constructor(reply: (reply: SyncReply) => SyncReply, text: (text: string) => string) {
    super("0");
    this.#reply = reply;
    this.#text = text;
  }

  override async sync(request: SyncRequest): Promise<SyncReply> {
    return this.#reply(await super.sync(request));
  }

  override async metrics(now: number): Promise<string> {
    return this.#text(await super.metrics(now));
  }
}

const same = <T>(value: T): T => value;

function exposing(text: (text: string) => string): DrilledSyncer {
  return new SeenThrough(same, text);
}

function answering(reply: (reply: SyncReply) => SyncReply): DrilledSyncer {
  return new SeenThrough(reply, same);
}

async function drilled(syncer: DrilledSyncer): Promise<DrillReport> {
  return drillReport(await runDrills(drillsOf("full", PREFIX), syncer, PREFIX));
}

const BORN_LATE = (text: string) =>
  text
    .replace(/^[a-z_]+(?:errors|mismatches)_total\{.*\} 0\n/gm, "")
    .replace(/^[a-z_]+last_mismatch.* 0\n/gm, "");
const RENAMED = (text: string) => text.replaceAll(PREFIX, "acme_sync");
const UNCOUNTED = (text: string) => text.replace(/(rule="negative_qty"\} )[1-9]/g, "$10");
const CALLED = { duplicate_key: "DuplicateRow", orphan_order: "UnknownOrder" } as const;
const renamed = (text: string) =>
  Object.entries(CALLED).reduce((all, [ours, theirs]) => all.replaceAll(`="${ours}"`, `="${theirs}"`), text);
const calling = (reply: SyncReply): SyncReply => ({
  ...reply,
  mismatches: reply.mismatches.map(({ rule, detail }) => ({
    rule: renamed(`="${rule}"`).slice(2, -1),
    detail,
  })),
});
const blind = (reply: SyncReply): SyncReply => {
  const mismatches = reply.mismatches.filter(({ rule }) => rule !== "negative_qty");
  return { ...reply, mismatches, ok: reply.error === null && mismatches.length === 0 };
};

describe("the causes of a run that failed", () => {
  it("are none where it passed", async () => {
    const report = await drilled(new BundledSyncer("0"));
    expect([hasPassed(report), causesOf(report)]).toEqual([true, []]);
  });

  it.each([
    {
      name: "counters that are born late",
      syncer: exposing(BORN_LATE),
      what: /^\d+ series are absent until they first count: grinder_account_sync_mismatches_total\{rule="ts_regression"\}, /,
      hint: /^create each at 0 at the start/,
    },
    {
      name: "names that begin otherwise",
      syncer: exposing(RENAMED),
      what: /^9 metrics are absent: grinder_account_sync_last_wall_ts, /,
      hint: /^there is: acme_sync_last_wall_ts/,
    },
    {
      name: "rules of other names",
      syncer: new SeenThrough(calling, renamed),
      what: /^rules or reasons are called by other names: "DuplicateRow", "UnknownOrder"$/,
      hint: /^--names FILE/,
    },
    {
      name: "a rule that is blind",
      syncer: answering(blind),
      what: /^negative_qty is not found$/,
      hint: undefined,
    },
    {
      name: "a counter that does not count",
      syncer: exposing(UNCOUNTED),
      what: /^grinder_account_sync_mismatches_total\{rule="negative_qty"\} shows another value$/,
      hint: undefined,
    },
  ])("are one for $name, with all checks that follow", async ({ syncer, what, hint }) => {
    const report = await drilled(syncer);
    const causes = causesOf(report);
    expect(causes.map((cause) => cause.what)).toEqual([expect.stringMatching(what)]);
    expect(causes[0]?.following).toBe(totalsOf(report).failed - 1);
    expect(causes[0]?.hints.some((one) => hint?.test(one))).toBe(hint !== undefined);
  });

  it("are each told where there are two", async () => {
    const report = await drilled(
      new SeenThrough(blind, (text) => text.replace(/^[a-z_]*pending_notional .*$/m, "")),
    );
    expect(causesOf(report).map(({ what }) => what)).toEqual([
      "a metric is absent: grinder_account_sync_pending_notional",
      "negative_qty is not found",
    ]);
  });

  it("begin with a syncer that broke off, and count what it failed, not what was skipped", async () => {
    const report = await drilled(new BreakingSyncer("sync", 2));
    const [first, ...others] = causesOf(report);
    expect(others).toEqual([]);
    expect(first?.what).toMatch(/^the syncer broke off: /);
    expect(first?.following).toBe(totalsOf(report).failed - 1);
  });

  it("are none once the names are said", async () => {
    const names = { rules: new Map(Object.entries(CALLED)), reasons: new Map() };
    const report = await drilled(new DeclaredSyncer(new SeenThrough(calling, renamed), { names }));
    expect(causesOf(report)).toEqual([]);
    expect(report.drills[0]?.notes).toEqual([
      'named by the syncer: duplicate_key "DuplicateRow", orphan_order "UnknownOrder"',
    ]);
  });
});

describe("a cause in one line", () => {
  it("says where it shows first and how many follow", async () => {
    const [cause] = causesOf(await drilled(answering(blind)));
    expect(cause === undefined ? "" : causeLine(cause)).toMatch(
      /^negative_qty is not found \(drill B\); \d+ more checks follow from it$/,
    );
  });
});
