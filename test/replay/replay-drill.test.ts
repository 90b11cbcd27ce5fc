import { describe, expect, it } from "vitest";
import { wireOrder } from "../support/accounts.js";
import { accountAt, BEGIN, expects, historyLine, namedHistory } from "../support/histories.js";
import { ADVISED } from "../support/life-days.js";
import { COUNTERS, ORPHAN, own, replay, told } from "../support/replays.js";

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

  it("names no snapshot where the fetch failed", async () => {
    const failed = historyLine(0, { ...ORPHAN, fetch_error: "auth", ...expects() });
    const result = await replay(namedHistory(failed));
    expect(result.checks[0]?.actual).toBe(`line 1 (at ${BEGIN}): error auth`);
    expect([...result.files.keys()].at(-1)).toBe("night_line_1_expected.json");
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

it("a replay gives the same files again", async () => {
  const named = namedHistory(
    historyLine(0, { snapshot: accountAt(BEGIN, [wireOrder({ qty: "-1" })]), ...expects("negative_qty") }),
  );
  const files = async () => [...(await replay(named)).files];
  expect(await files()).toEqual(await files());
});
