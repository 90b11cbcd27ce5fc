import { describe, expect, it } from "vitest";
import type { Drill } from "../../src/drill/drill.js";
import { type LoggedSync, renderDrillLog } from "../../src/drill/drill-log.js";
import type { SyncReply } from "../../src/drill/drilled-syncer.js";
import { printable } from "../../src/syncer/printable.js";
import { HOSTILE_TEXTS } from "../support/hostile-text.js";
import { reply } from "../support/observation.js";
import { FAILED, PASSED } from "../support/sample-report.js";

const DRILL: Drill = {
  id: "x",
  title: "A title",
  injected: "a fault",
  proves: "that it is found",
  now: 10,
  steps: [
    { now: 10, snapshot: { ts: 1, source: "é" }, fetchError: null, knownOrderIds: null },
    { now: 11, snapshot: { ts: 2 }, fetchError: "timeout", knownOrderIds: ["b", "a"] },
    { now: 12, snapshot: {}, fetchError: null, knownOrderIds: [] },
  ],
  checks: [],
  proof: [],
  shows: [],
  hasLog: true,
};

/** Each step of the drill, with its reply where there is one. */
function synced(replies: readonly SyncReply[]): LoggedSync[] {
  return DRILL.steps.map((request, step) => {
    const reply = replies[step];
    return { step, settles: false, request, ...(reply !== undefined && { reply }) };
  });
}

describe("renderDrillLog", () => {
  it("tells each step, what was fed and answered, then the checks and the marker", () => {
    const replies = [
      reply({ ok: false, lastTs: 1, mismatches: [{ rule: "orphan_order", detail: 'order "a"' }] }),
      reply({ ok: false, error: "timeout", lastTs: 1 }),
    ];
    expect(renderDrillLog(DRILL, synced(replies), [PASSED, FAILED], "the marker")).toBe(`Drill X: A title
injected: a fault

step 1: sync
  now: 10
  known order ids: not given
  snapshot: {"source":"\\u00e9","ts":1}
  ok: false
  error: none
  last_ts: 1
  mismatches: 1
    orphan_order: order "a"

step 2: sync
  now: 11
  known order ids: ["b","a"]
  fetch fails: timeout
  ok: false
  error: timeout
  last_ts: 1
  mismatches: 0

step 3: sync
  now: 12
  known order ids: []
  snapshot: {}
  no reply

  PASS: sync is ok
  FAIL: 2 mismatches
    expected: 2
    actual:   0
the marker
`);
  });

  it("has no marker for a drill that is not proven", () => {
    expect(renderDrillLog({ ...DRILL, steps: [] }, [], [PASSED], null)).toMatch(/\n {2}PASS: sync is ok\n$/);
  });

  it.each(HOSTILE_TEXTS)("keeps its lines whatever the syncer says: $name", ({ text }) => {
    const hostile = reply({ error: text, mismatches: [{ rule: text, detail: text }] });
    const harmless = reply({ error: "x", mismatches: [{ rule: "x", detail: "x" }] });
    const lines = renderDrillLog(DRILL, synced([hostile]), [], null).split("\n");
    expect(lines).toEqual(lines.map(printable));
    expect(lines).toHaveLength(renderDrillLog(DRILL, synced([harmless]), [], null).split("\n").length);
    expect(lines).toContain(`    ${printable(text)}: ${printable(text)}`);
  });
});
