import { describe, expect, it } from "vitest";
import { exposedMetrics } from "../support/exposed-metrics.js";
import { expressionFaults } from "../support/expression-faults.js";
import { isCondition, promqlFaults, selectorsOf } from "../support/promql.js";

const EXPOSED = await exposedMetrics();
const COUNTER = "grinder_account_sync_mismatches_total";

describe("the check of PromQL", () => {
  it.each([
    "increase(foo > 0",
    "increase(foo) > 0",
    "sum(foo) >",
    "rate(foo[5m], 3)",
    "unknown_fn(foo)",
    "sum(increase(foo[5m]) > 0",
    "foo[5m]",
    '"text"',
    "time()",
    "",
  ])("refuses %s", (expression) => {
    expect(promqlFaults(expression)).not.toEqual([]);
  });

  it.each([
    'sum(increase(foo{rule!="none"}[5m])) > 0',
    "absent(foo)",
    "foo and (bar > 0 or baz > 0)",
    "max by (a) (foo) > on () group_left () max(max_over_time(timestamp(bar)[15m:15s]) or vector(time() - 9))",
  ])("takes %s", (expression) => {
    expect(promqlFaults(expression)).toEqual([]);
    expect(isCondition(expression)).toBe(true);
  });

  it.each([
    { expression: "foo", condition: false },
    { expression: "sum(foo) > bool 0", condition: false },
    { expression: "sum(foo)", condition: false },
    { expression: "foo + 1", condition: false },
    { expression: "(foo > 0)", condition: true },
    { expression: "foo > 0 and bar", condition: true },
    { expression: "foo > 0 or bar", condition: false },
    { expression: "foo > 0 or bar < 1", condition: true },
    { expression: "foo > 0 unless bar", condition: true },
    { expression: "foo unless bar", condition: true },
    { expression: "foo and bar", condition: false },
  ])("tells whether an alert could be false: $expression", ({ expression, condition }) => {
    expect(isCondition(expression)).toBe(condition);
  });

  it("finds every selector, also in a subquery", () => {
    expect(selectorsOf('max_over_time(timestamp(a{b="c",d!~"e"})[5m:1m]) + f')).toEqual([
      {
        metric: "a",
        matchers: [
          { label: "b", operator: "=", value: "c" },
          { label: "d", operator: "!~", value: "e" },
        ],
      },
      { metric: "f", matchers: [] },
    ]);
  });
});

describe("the check of names", () => {
  it.each([
    {
      expression: "grinder_account_sync_mismatch_total",
      fault: "metric: grinder_account_sync_mismatch_total",
    },
    { expression: `${COUNTER}{reason="x"}`, fault: `label: ${COUNTER} has no reason` },
    { expression: `${COUNTER}{rule="orphan"}`, fault: "value: " },
    { expression: `${COUNTER}{rule!="orphan_order"}`, fault: "value: " },
    { expression: `${COUNTER}{rule=~"("}`, fault: "value: " },
    { expression: `${COUNTER}{rule=~"none"}`, fault: "value: " },
    { expression: `sum by (reason) (${COUNTER})`, fault: "label: nothing here has reason" },
    { expression: '{rule="orphan_order"}', fault: "metric: a selector without name" },
    { expression: 'ALERTS{alertname="Other"}', fault: "value: ALERTS" },
  ])("refuses $expression", ({ expression, fault }) => {
    expect(expressionFaults(expression, EXPOSED, ["Mine"]).join()).toContain(fault);
  });

  it.each([
    `sum by (rule, instance) (${COUNTER}{rule!="none"})`,
    `${COUNTER}{rule=~"orphan_.+"}`,
    'ALERTS{alertname="Mine",alertstate="firing"}',
  ])("takes %s", (expression) => {
    expect(expressionFaults(expression, EXPOSED, ["Mine"])).toEqual([]);
  });
});
