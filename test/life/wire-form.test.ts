import { describe, expect, it } from "vitest";
import { WireForm } from "../../src/life/wire-form.js";
import { divergedDay } from "../support/life-days.js";

const day = divergedDay({ seed: 2, syncs: 200 });
const wire = new WireForm();
const lines = day.steps.map((step, sync) => wire.line(step, day.expected[sync]));
const texts = lines.map((line) => JSON.stringify(line));

function valuesOf(pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, value = ""]) => value));
}

describe("the wire form of a day", () => {
  it("has one line a sync, with a snapshot or the reason why there is none, and what must come of it", () => {
    for (const line of lines) {
      const { at, known, snapshot, fetch_error, restart, expect: expected, ...others } = { ...line };
      expect(others).toEqual({});
      expect(Number.isSafeInteger(at)).toBe(true);
      expect(known).toBeDefined();
      expect((snapshot === undefined) !== (fetch_error === undefined)).toBe(true);
      expect([undefined, true]).toContain(restart);
      expect(expected).toHaveProperty("mismatches");
    }
  });

  it("names the reason of a sync that has to fail", () => {
    const failing = day.expected.flatMap(({ error }, sync) => (error === null ? [] : [sync]));
    expect(failing.length).toBeGreaterThan(0);
    for (const sync of failing) {
      expect(lines[sync]).toMatchObject({ expect: { mismatches: [], error: day.expected[sync]?.error } });
    }
  });

  it("writes decimals as text in plain notation", () => {
    const decimals = valuesOf(/"(?:qty|price|filled_qty|entry_price|mark_price|unrealized_pnl)":([^,}]+)/g);
    expect(decimals.length).toBeGreaterThan(1_000);
    expect(
      decimals.filter((text) => text !== "null" && !/^"-?(0|[1-9][0-9]*)(\.[0-9]+)?"$/.test(text)),
    ).toEqual([]);
  });

  it("lets the bot write numbers in its own way, the same as numbers", () => {
    const known = texts.flatMap((text) => text.match(/"known":.*?"(?:snapshot|fetch_error)"/) ?? []);
    const told = known.flatMap((text) =>
      [...text.matchAll(/"(?:qty|price)":"([^"]+)"/g)].map(([, value]) => value),
    );
    expect(told.length).toBeGreaterThan(100);
    expect(told.filter((text) => text?.includes(".") === true && /0$/.test(text))).toEqual([]);
  });

  it("leaves out what is not said", () => {
    const all = texts.join("\n");
    expect(all).not.toMatch(/"(?:margin_mode|client_order_id|side)":null/);
    expect(all).toContain('"margin_mode":"ISOLATED"');
    expect(all).toContain('"client_order_id":');
    expect(all).toContain('"qty":null,"filled_qty":null');
  });
});
