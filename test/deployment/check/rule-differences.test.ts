import { describe, expect, it } from "vitest";
import { differences } from "../../../src/deployment/check/rule-differences.js";

const ALERT = { name: "A", expr: "", for: 60, keepFiringFor: 0, labels: { severity: "warning" } };
const RULE = {
  ...{ name: "A", query: "", for: 60, keepFiringFor: null, labels: { severity: "warning" } },
  ...{ health: "ok", lastError: "", state: "inactive" },
};

describe("a loaded rule", () => {
  it.each([
    ["blanks", "sum(a) > 0\nand b", "sum(a) > 0 and b"],
    ["durations", "max_over_time(a[900s:1s] offset 240s)", "max_over_time(a[15m:1s] offset 4m)"],
    ["the order of matchers", 'a{b="1",c!="{,}"}', 'a{c!="{,}",b="1"}'],
  ])("is the pack's where it differs by %s alone", (_, expr, query) => {
    expect(differences({ ...ALERT, expr }, { ...RULE, query })).toEqual([]);
  });

  it.each([
    ["a threshold", "sum(a) > 0", "sum(a) > 100", ["expected sum(a)>0", "loaded   sum(a)>100"]],
    ["a matcher", 'a{b="1"}', 'a{b="2"}', ['expected a{b="1"}', 'loaded   a{b="2"}']],
    [
      "a window",
      "increase(a[5m])",
      "increase(a[1m])",
      ["expected increase(a[300s])", "loaded   increase(a[60s])"],
    ],
    ["a part more", "a", "a or b", ["expected a", "loaded   aorb"]],
  ])("is not where it differs by %s", (_, expr, query, expected) => {
    expect(differences({ ...ALERT, expr }, { ...RULE, query })).toEqual(expected);
  });

  it("is not where its times or labels differ, as far as the server says", () => {
    const rule = { ...RULE, for: 30, keepFiringFor: 900, labels: { severity: "info", team: "desk" } };
    expect(differences(ALERT, rule)).toEqual([
      "expected for: 1m, loaded 30s",
      "expected keep_firing_for: 0s, loaded 15m",
      'expected label severity="warning", loaded severity="info"',
      'expected label no team, loaded team="desk"',
    ]);
  });
});
