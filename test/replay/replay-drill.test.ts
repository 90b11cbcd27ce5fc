import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";
import type { DrillResult } from "../../src/drill/results.js";
import { runDrills } from "../../src/drill/run-drills.js";
import { replayDrill } from "../../src/replay/further-drill.js";
import type { NamedHistory } from "../../src/replay/history.js";
import type { Settle } from "../../src/syncer/settling.js";
import { wireOrder } from "../support/accounts.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { accountAt, BEGIN, expects, historyLine, namedHistory } from "../support/histories.js";
import { ADVISED } from "../support/life-days.js";

const bundledWith = (settle: Settle) => new BundledSyncer("0", PREFIX, settle);
const AT_ONCE = { syncs: 1, ms: 0 };

/** A syncer of somebody's own, which has its grace and cannot be told another. */
function own(settle: Settle, different: Partial<DrilledSyncer> = {}): DrilledSyncer {
  const sound = bundledWith(settle);
  return {
    ...{ identity: sound.identity, takes: sound.takes, settle },
    reset: (now, lastTs) => sound.reset(now, lastTs),
    sync: (request) => sound.sync(request),
    metrics: (now) => sound.metrics(now),
    ...different,
  };
}

async function replay(
  named: NamedHistory,
  syncer: DrilledSyncer = bundledWith(AT_ONCE),
): Promise<DrillResult> {
  const { drills } = await runDrills([], syncer, PREFIX, undefined, [
    replayDrill(named, PREFIX, bundledWith),
  ]);
  const [result] = drills;
  if (result === undefined) throw new Error("no result");
  return result;
}

const told = ({ checks }: DrillResult) => checks.map(({ label, status }) => `${status} ${label}`);
const ORPHAN = { known: ["another"] };
const COUNTERS = "the counters say what the answers said";

describe("a replay on the bundled syncer", () => {
  it("holds each line against what it expects, those that expect the same as one", async () => {
    const result = await replay(
      namedHistory(
        historyLine(0, expects()),
        historyLine(5, expects()),
        historyLine(10, { fetch_error: "auth", expect: { mismatches: [], error: "auth" } }),
        historyLine(15, { ...ORPHAN, ...expects("orphan_order") }),
        historyLine(20),
        historyLine(25, expects()),
      ),
    );
    expect(told(result)).toEqual([
      "passed lines 1 to 2: nothing",
      "passed line 3: error auth",
      "passed line 4: orphan_order",
      "passed line 6: nothing",
      `passed ${COUNTERS}`,
    ]);
    expect(result.provenMarker).toBe("drill_replay_night_PROVEN: 5 of 6 syncs judged, each as expected");
    expect(result.notes).toEqual(["night: 1 of 6 lines say nothing of what to expect: fed, not judged"]);
    expect([...result.files.keys()]).toEqual([
      "drill_replay_night_log.txt",
      "drill_replay_night_metrics.txt",
      "drill_replay_night_history.jsonl",
    ]);
  });

  it("says where a line is off: its number, its time, what came, and the snapshot to look at", async () => {
    const named = namedHistory(
      historyLine(0, { ...ORPHAN, ...expects() }),
      historyLine(5, { ...ORPHAN, ...expects() }),
      historyLine(10, { ...ORPHAN, ...expects("orphan_order", "missing_order") }),
    );
    const result = await replay(named);
    expect(told(result).slice(0, 2)).toEqual([
      "failed lines 1 to 2: nothing",
      "failed line 3: orphan_order, missing_order",
    ]);
    const [silent, missing] = result.checks;
    expect(silent?.actual).toBe(
      `line 1 (at ${BEGIN}): orphan_order (order "ord_1" on "BTCUSDT" is not known; the exchange says BUY 0.1 at 49000.00)` +
        "; 1 more of these 2 lines are off; its snapshot: night_line_1_snapshot.json",
    );
    expect(silent?.deviations).toEqual([{ kind: "surplus", rule: "orphan_order" }]);
    expect(missing?.deviations).toEqual([{ kind: "missed", rule: "missing_order" }]);
    expect(JSON.parse(result.files.get("night_line_1_snapshot.json") ?? "")).toEqual(accountAt(BEGIN));
    expect(JSON.parse(result.files.get("night_line_1_expected.json") ?? "")).toEqual({
      order_ids: ["another"],
    });
    expect(result.provenMarker).toBeNull();
  });

  it("starts it anew where the history says so, with its last ts and nothing else", async () => {
    const older = { restart: true, snapshot: accountAt(BEGIN) };
    const result = await replay(
      namedHistory(historyLine(5), historyLine(10, { ...older, ...expects("ts_regression") })),
    );
    expect(told(result)).toEqual(["passed line 2: ts_regression", `passed ${COUNTERS}`]);
    expect(result.counted).toEqual(["1"]);
  });

  it("gives it the grace that the expectations hold for", async () => {
    const lines = [0, 5, 10].map((seconds) => ({
      ...historyLine(seconds, ORPHAN),
      ...expects(...(seconds === 10 ? ["orphan_order"] : [])),
    }));
    const [first = {}, ...more] = lines;
    const result = await replay(namedHistory({ ...first, settle: ADVISED }, ...more));
    expect(told(result)).toEqual([
      "passed lines 1 to 2: nothing",
      "passed line 3: orphan_order",
      `passed ${COUNTERS}`,
    ]);
  });
});

describe("a history that expects nothing", () => {
  it("is recorded with what the bundled syncer finds, and passes when it is replayed", async () => {
    const lines = [historyLine(0), historyLine(5, ORPHAN), historyLine(10, { fetch_error: "network" })];
    const result = await replay(namedHistory(...lines), own(ADVISED));
    expect(result.checks[0]).toMatchObject({
      status: "skipped",
      actual: expect.stringContaining("read night_recorded.jsonl, correct it, and replay that"),
    });
    expect(result.provenMarker).toBeNull();
    const recorded = (result.files.get("night_recorded.jsonl") ?? "")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(recorded).toEqual([
      { ...lines[0], ...expects() },
      { ...lines[1], ...expects("orphan_order") },
      { ...lines[2], expect: { mismatches: [], error: "network" } },
    ]);
    expect(told(await replay(namedHistory(...recorded))).every((line) => line.startsWith("passed "))).toBe(
      true,
    );
  });
});

describe("a replay on a syncer with a grace of its own", () => {
  const incident = namedHistory(
    historyLine(0, { known: ["ord_1"], ...expects() }),
    historyLine(5, { ...ORPHAN, ...expects("orphan_order") }),
    historyLine(10, { ...ORPHAN, ...expects("orphan_order") }),
    historyLine(15, { known: ["ord_1"], snapshot: accountAt(BEGIN), ...expects("ts_regression") }),
    historyLine(20, { known: ["ord_1"], ...expects() }),
  );

  it("feeds what is expected at once until it has settled", async () => {
    const result = await replay(incident, own({ syncs: 4, ms: 30_000 }));
    expect(told(result).every((line) => line.startsWith("passed "))).toBe(true);
    expect(result.files.get("drill_replay_night_log.txt")).toContain("fed 3 times before, to let it settle");
  });

  it("fails where it waits for longer than it says", async () => {
    const { sync, reset, metrics } = own({ syncs: 5, ms: 30_000 });
    const result = await replay(incident, own({ syncs: 4, ms: 30_000 }, { sync, reset, metrics }));
    expect(told(result)).toContain("failed lines 2 to 3: orphan_order");
  });

  const settled = namedHistory(
    { ...historyLine(0, { ...ORPHAN, settle: ADVISED }), ...expects() },
    historyLine(5, { ...ORPHAN, ...expects() }),
    historyLine(10, { ...ORPHAN, ...expects("orphan_order") }),
  );

  it.each([
    { name: "passes with the grace that the history holds for", settle: ADVISED, status: "passed" },
    { name: "fails where it says at once what others wait for", settle: AT_ONCE, status: "failed" },
    { name: "is skipped aloud with a longer grace", settle: { syncs: 3, ms: 20_000 }, status: "skipped" },
  ])("$name", async ({ settle, status }) => {
    const { checks } = await replay(settled, own(settle));
    expect(checks[0]).toMatchObject({ status });
    if (status === "skipped")
      expect(checks[0]?.actual).toBe(
        "the syncer waits syncs=3,ms=20000, and what is expected holds for syncs=3,ms=10000: record it anew with that grace",
      );
  });
});

describe("a replay on a syncer that", () => {
  it("takes less than the history tells is skipped aloud", async () => {
    const { checks } = await replay(
      namedHistory(historyLine(0, { known: { positions: [] }, ...expects() })),
      own(AT_ONCE, { takes: ["order_ids"] }),
    );
    expect(new Set(checks.map(({ status, actual }) => `${status}: ${actual}`))).toEqual(
      new Set(["skipped: the syncer takes no positions, which this history tells"]),
    );
  });

  it("takes no last ts is skipped aloud only where a line needs it", async () => {
    const takesNone = own(AT_ONCE, { takes: ["order_ids"] });
    const restart = (wanted: string[]) =>
      namedHistory(
        historyLine(5),
        historyLine(10, { restart: true, snapshot: accountAt(BEGIN), ...expects(...wanted) }),
      );
    expect((await replay(restart(["ts_regression"]), takesNone)).checks[0]?.actual).toBe(
      "the syncer takes no last_ts, which line 2 needs after the restart of line 2",
    );
    expect(told(await replay(restart([]), takesNone))[0]).toBe("passed line 2: nothing");
  });

  it("counts otherwise than it says fails", async () => {
    const sound = own(AT_ONCE);
    const deaf = own(AT_ONCE, {
      ...sound,
      metrics: async (now) => (await sound.metrics(now)).replace(/(rule="orphan_order"\}) 1/, "$1 2"),
    });
    const result = await replay(
      namedHistory(historyLine(0, { ...ORPHAN, ...expects("orphan_order") })),
      deaf,
    );
    expect(result.checks.at(-1)).toMatchObject({
      status: "failed",
      actual: `after line 1: ${PREFIX}_mismatches_total{rule="orphan_order"} 2, not 1`,
    });
  });

  it("says ok of what it found fails", async () => {
    const sound = own(AT_ONCE);
    const sync = async (request: SyncRequest): Promise<SyncReply> => ({
      ...(await sound.sync(request)),
      ok: true,
    });
    const result = await replay(
      namedHistory(historyLine(0, { ...ORPHAN, ...expects("orphan_order") })),
      own(AT_ONCE, { ...sound, sync }),
    );
    expect(result.checks[0]?.actual).toContain(", and says ok");
  });

  it("breaks off fails, and says at which line", async () => {
    const named = namedHistory(
      historyLine(0, expects()),
      historyLine(5, expects()),
      historyLine(10, { ...ORPHAN, ...expects("orphan_order") }),
    );
    const result = await replay(named, new BreakingSyncer("sync", 2));
    expect(told(result)).toEqual([
      "failed lines 1 to 2: nothing",
      "failed line 3: orphan_order",
      `failed ${COUNTERS}`,
    ]);
    expect(result.checks[0]?.actual).toBe("the syncer broke off: line 2: the process ended");
  });

  it("reports in another order, or in words that are no rule's, is told apart", async () => {
    const sound = own(AT_ONCE);
    const two = historyLine(0, {
      known: { orders: [{ order_id: "gone", symbol: "BTCUSDT" }] },
      ...expects("orphan_order", "missing_order"),
    });
    const answering = (change: (rules: SyncReply["mismatches"]) => SyncReply["mismatches"]) =>
      own(AT_ONCE, {
        ...sound,
        sync: async (request) => {
          const reply = await sound.sync(request);
          return { ...reply, mismatches: change(reply.mismatches) };
        },
      });
    expect(
      told(
        await replay(
          namedHistory(two),
          answering((all) => all.toReversed()),
        ),
      )[0],
    ).toBe("passed line 1: orphan_order, missing_order");
    const foreign = await replay(
      namedHistory(two),
      answering((all) => all.map(({ detail }) => ({ rule: "oops", detail }))),
    );
    expect(foreign.checks[0]).toMatchObject({
      status: "failed",
      actual: expect.stringContaining("oops, oops"),
    });
  });
});

it("a replay gives the same files again", async () => {
  const named = namedHistory(
    historyLine(0, { snapshot: accountAt(BEGIN, [wireOrder({ qty: "-1" })]), ...expects("negative_qty") }),
  );
  const files = async () => [...(await replay(named)).files];
  expect(await files()).toEqual(await files());
});
