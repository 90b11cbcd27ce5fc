import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { historyText } from "../../src/life/counterexample.js";
import { parseHistory } from "../../src/replay/parse-history.js";
import { recordHistory } from "../../src/replay/record-history.js";
import { runReplay } from "../../src/replay/replay-drill.js";
import type { Settle } from "../../src/syncer/settling.js";
import { PREFIX } from "../support/fire-drill-run.js";
import { ADVISED, divergedDay } from "../support/life-days.js";

const bundledWith = (settle: Settle) => new BundledSyncer("0", PREFIX, settle);

describe.each([1, 2, 3])("a day of trading as a history, seed %i", (seed) => {
  const day = divergedDay({ seed, syncs: 400 });
  const text = historyText({ ...day, settle: ADVISED });

  it("passes on the bundled syncer, line for line, by what the contract says of each", async () => {
    const named = { name: "day", history: parseHistory(text) };
    const { checks, provenMarker } = await runReplay(
      named,
      bundledWith({ syncs: 1, ms: 0 }),
      PREFIX,
      bundledWith,
    );
    expect(checks.filter(({ status }) => status !== "passed")).toEqual([]);
    expect(provenMarker).toContain(`${day.steps.length} of ${day.steps.length} syncs judged`);
  });

  it("is recorded with just that", async () => {
    const bare = text.replace(/,"expect":\{[^}]*\}(?=\}\n)/g, "");
    expect(bare).not.toContain('"expect"');
    const recorded = parseHistory(await recordHistory(parseHistory(bare), bundledWith(ADVISED)));
    expect(recorded.lines.map(({ expect: found }) => found)).toEqual(
      parseHistory(text).lines.map(({ expect: wanted }) => wanted),
    );
  });
});
