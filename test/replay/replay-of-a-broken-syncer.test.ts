import { describe, expect, it } from "vitest";
import type { SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";
import { AT_ONCE } from "../../src/syncer/settling.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { accountAt, BEGIN, expects, historyLine, namedHistory } from "../support/histories.js";
import { COUNTERS, ORPHAN, own, replay, told } from "../support/replays.js";

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
