import { describe, expect, it } from "vitest";
import { AT_ONCE } from "../../src/syncer/settling.js";
import { accountAt, BEGIN, expects, historyLine, namedHistory } from "../support/histories.js";
import { ADVISED } from "../support/life-days.js";
import { ORPHAN, own, replay, told } from "../support/replays.js";

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
