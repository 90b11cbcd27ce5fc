import { Counter, Gauge, Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { requiredMetricsPatterns } from "../../src/syncer/metric-contract.js";
import { MetricsBuilder, type MetricsOptions } from "../../src/syncer/metrics.js";
import { snapshotOf } from "../support/accounts.js";
import { seriesOf } from "../support/metric-series.js";
import { onEachPromtool } from "../support/promtool.js";

const P = "grinder_account_sync";
const clock = () => 10_000;

function refusalOf(options: Partial<MetricsOptions>): string {
  try {
    new MetricsBuilder({ clock, ...options });
    return "nothing was refused";
  } catch (error) {
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    return String(error).replace("DrillError: ", "");
  }
}

/** So many accounts on one registry, each with a snapshot whose ts is 1,000 times its number. */
function accounts(count: number): MetricsBuilder[] {
  const registry = new Registry();
  return Array.from({ length: count }, (_, index) => {
    const builder = new MetricsBuilder({ clock, registry, labels: { account: `acc-${index}` } });
    builder.recordAccepted(snapshotOf({ ts: index * 100 }));
    builder.recordCompleted([{ rule: "orphan_order", detail: "x" }]);
    return builder;
  });
}

describe("several accounts on one registry", () => {
  it("are told apart by their labels, each with its own values and ages", async () => {
    const [first, second] = accounts(2);
    first?.recordError("timeout");
    const series = seriesOf((await second?.build()) ?? "");
    expect(series.get(`${P}_last_ts{account="acc-0"}`)).toBe(0);
    expect(series.get(`${P}_last_ts{account="acc-1"}`)).toBe(100);
    expect(series.get(`${P}_data_age_seconds{account="acc-0"}`)).toBe(0);
    expect(series.get(`${P}_data_age_seconds{account="acc-1"}`)).toBe(9.9);
    expect(series.get(`${P}_errors_total{reason="timeout",account="acc-0"}`)).toBe(1);
    expect(series.get(`${P}_errors_total{reason="timeout",account="acc-1"}`)).toBe(0);
    expect(series.get(`${P}_mismatches_total{rule="orphan_order",account="acc-1"}`)).toBe(1);
    expect(series.get(`${P}_last_mismatch_timestamp_seconds{rule="orphan_order",account="acc-0"}`)).toBe(10);
  });

  it("have every series at 0 from the first scrape on", async () => {
    const text = await new MetricsBuilder({ clock, labels: { account: "main", venue: "x" } }).build();
    const series = seriesOf(text);
    expect(series.size).toBe(seriesOf(await new MetricsBuilder({ clock }).build()).size);
    expect([...new Set(series.values())]).toEqual([0]);
    expect([...series.keys()].filter((name) => !name.includes('account="main",venue="x"}'))).toEqual([]);
  });

  it("keep the rule and the reason first, where the required patterns look for them", async () => {
    const [builder] = accounts(3);
    const lines = ((await builder?.build()) ?? "").split("\n");
    const labelled = requiredMetricsPatterns(P).filter((pattern) => pattern.includes("{"));
    expect(labelled.filter((pattern) => !lines.some((line) => line.startsWith(pattern)))).toEqual([]);
  });

  it("of two prefixes are two families", async () => {
    const registry = new Registry();
    new MetricsBuilder({ clock, registry, labels: { account: "a" } });
    const other = new MetricsBuilder({ clock, registry, prefix: "team" });
    expect(await other.build()).toContain("\nteam_last_ts 0\n");
    expect(await other.build()).toContain(`\n${P}_last_ts{account="a"} 0\n`);
  });

  it("may join by the registry of another builder, the names of labels in any order", async () => {
    const first = new MetricsBuilder({ clock, labels: { a: "1", b: "1" } });
    const second = new MetricsBuilder({ clock, registry: first.registry, labels: { b: "2", a: "1" } });
    expect(await second.build()).toBe(await first.build());
    expect(seriesOf(await first.build()).get(`${P}_last_ts{b="2",a="1"}`)).toBe(0);
  });

  onEachPromtool((promtool) => {
    it(`a hundred of them are text that ${promtool.name} takes`, async () => {
      const [builder] = accounts(100);
      const { exitCode, output } = promtool.runOn((await builder?.build()) ?? "", "check", "metrics");
      // 1 would be a text that cannot be read; 3 is for style, and these two names are the contract's.
      const style = 'non-histogram and non-summary metrics should not have "_count" suffix';
      expect(output.trim().split("\n").sort()).toEqual([
        `${P}_open_orders_count ${style}`,
        `${P}_positions_count ${style}`,
      ]);
      expect(exitCode).toBe(3);
    });
  });
});

describe("what contradicts the registry is refused, and puts nothing on it", () => {
  const taken = () => new MetricsBuilder({ clock, labels: { account: "main" } }).registry;

  it.each([
    {
      name: "the same values again",
      labels: { account: "main" },
      refusal: 'labels account="main" are on this registry already: each account needs others',
    },
    {
      name: "other names",
      labels: { desk: "main" },
      refusal: "labels are account on this registry, got desk: give each account the same",
    },
    {
      name: "more names",
      labels: { account: "second", desk: "x" },
      refusal: "labels are account on this registry, got account, desk: give each account the same",
    },
    {
      name: "none",
      labels: {},
      refusal: "labels are account on this registry, got none: give each account the same",
    },
  ])("$name", async ({ labels, refusal }) => {
    const registry = taken();
    const before = await registry.metrics();
    expect(refusalOf({ registry, labels })).toBe(refusal);
    expect(await registry.metrics()).toBe(before);
  });

  it("two without labels", () => {
    const { registry } = new MetricsBuilder({ clock });
    expect(refusalOf({ registry })).toBe(
      "labels none are on this registry already: each account needs others",
    );
  });

  it.each([
    {
      name: "the first name",
      taken: (registry: Registry) => new Gauge({ name: `${P}_last_ts`, help: "x", registers: [registry] }),
    },
    {
      name: "a later name",
      taken: (registry: Registry) =>
        new Counter({ name: `${P}_errors_total`, help: "x", registers: [registry] }),
    },
  ])("$name that somebody else has taken", ({ taken: take }) => {
    const registry = new Registry();
    take(registry);
    expect(refusalOf({ registry })).toBe(
      `names that begin with ${P} are on this registry already: choose another prefix`,
    );
    expect(registry.getMetricsAsArray()).toHaveLength(1);
  });
});

describe("labels that cannot be ones", () => {
  it.each(["rule", "reason", "__name__", "1st", "a-b", "", "é", "a\nb"])("the name %j", (name) => {
    expect(refusalOf({ labels: { [name]: "x" } })).toMatch(
      /^labels\..*: expected a name of letters, digits and _/,
    );
  });

  it("an empty value, which Prometheus takes for no label", () => {
    expect(refusalOf({ labels: { account: "" } })).toBe("labels.account: expected text that is not empty");
  });

  it("a value that is no text", () => {
    const labels = JSON.parse('{"account":5}');
    expect(refusalOf({ labels })).toBe("labels.account: expected text that is not empty");
  });

  it("hostile values are escaped, not refused", async () => {
    const text = await new MetricsBuilder({ clock, labels: { account: 'a"\\\n}' } }).build();
    expect(text).toContain(String.raw`_last_ts{account="a\"\\\n}"} 0`);
  });
});
