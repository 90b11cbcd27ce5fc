import { register } from "prom-client";
import { describe, expect, it } from "vitest";
import { REQUIRED_METRICS_PATTERNS, requiredMetricsPatterns } from "../../src/syncer/metric-contract.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { MISMATCH_RULES } from "../../src/syncer/mismatch-rules.js";
import { FETCH_ERROR_REASONS } from "../../src/syncer/sync-result.js";
import { EMPTY_ACCOUNT, snapshotOf, wireOrder, wirePosition } from "../support/accounts.js";
import { changedSeries, seriesOf } from "../support/metric-series.js";

const P = "grinder_account_sync";

function builderAt(start: number) {
  const time = { now: start };
  const metrics = new MetricsBuilder({ clock: () => time.now });
  return { time, metrics, scrape: async () => seriesOf(await metrics.build()) };
}

const missingFrom = (text: string, patterns: readonly string[]) =>
  patterns.filter((pattern) => !text.split("\n").some((line) => line.startsWith(pattern)));

// Written out: these are labels that other people's alerts name.
const RULE_NAMES = [
  ...["duplicate_key", "ts_regression", "negative_qty", "impossible_fill"],
  ...["orphan_order", "missing_order", "order_mismatch", "position_mismatch"],
];

describe("the first scrape", () => {
  it("has every required pattern", async () => {
    expect(missingFrom(await builderAt(5).metrics.build(), REQUIRED_METRICS_PATTERNS)).toEqual([]);
  });

  it("has every series, of each rule and each reason too, at 0", async () => {
    const names = ["last_ts", "last_wall_ts", "age_seconds", "data_age_seconds"];
    const counts = ["positions_count", "open_orders_count", "pending_notional"];
    const expected = [
      ...[...names, ...counts].map((name) => `${P}_${name}`),
      ...["timeout", "auth", "rate_limit", "network", "parse", "unknown"].map(
        (reason) => `${P}_errors_total{reason="${reason}"}`,
      ),
      ...RULE_NAMES.flatMap((rule) => [
        `${P}_mismatches_total{rule="${rule}"}`,
        `${P}_last_mismatch_timestamp_seconds{rule="${rule}"}`,
      ]),
    ];
    const series = await builderAt(1_700_000_000_000).scrape();
    expect([...series.keys()].toSorted()).toEqual(expected.toSorted());
    expect([...new Set(series.values())]).toEqual([0]);
  });

  it("ends with a newline, as the text format asks", async () => {
    expect(await builderAt(5).metrics.build()).toMatch(/[^\n]\n$/);
  });
});

describe("an accepted snapshot", () => {
  it("sets the gauges and nothing else", async () => {
    const { metrics, scrape } = builderAt(10_000);
    const before = await scrape();
    const positions = [wirePosition(), wirePosition({ side: "SHORT" })];
    const orders = ["a", "b", "c"].map((order_id) => wireOrder({ order_id }));
    metrics.recordAccepted(snapshotOf({ positions, open_orders: orders, ts: 4000 }));
    expect(changedSeries(before, await scrape())).toEqual({
      [`${P}_last_ts`]: [0, 4000],
      [`${P}_data_age_seconds`]: [0, 6],
      [`${P}_positions_count`]: [0, 2],
      [`${P}_open_orders_count`]: [0, 3],
      [`${P}_pending_notional`]: [0, 14_700],
    });
  });

  it("of an empty account puts them back to 0", async () => {
    const { metrics, scrape } = builderAt(10_000);
    const before = await scrape();
    metrics.recordAccepted(snapshotOf());
    metrics.recordAccepted(EMPTY_ACCOUNT);
    expect(changedSeries(before, await scrape())).toEqual({});
  });
});

describe("a completed sync", () => {
  it("sets the wall clock's gauge and nothing else", async () => {
    const { metrics, scrape } = builderAt(10_000);
    const before = await scrape();
    metrics.recordCompleted([]);
    expect(changedSeries(before, await scrape())).toEqual({ [`${P}_last_wall_ts`]: [0, 10_000] });
  });

  it.each(MISMATCH_RULES)("counts each %s and says when the last one was", async (rule) => {
    const { time, metrics, scrape } = builderAt(10_000);
    metrics.recordCompleted([]);
    const before = await scrape();
    metrics.recordCompleted([{ rule, detail: "x" }]);
    time.now = 12_500;
    const finding = { rule, detail: "y" };
    metrics.recordCompleted([finding, finding]);
    expect(changedSeries(before, await scrape())).toEqual({
      [`${P}_last_wall_ts`]: [10_000, 12_500],
      [`${P}_mismatches_total{rule="${rule}"}`]: [0, 3],
      [`${P}_last_mismatch_timestamp_seconds{rule="${rule}"}`]: [0, 12.5],
    });
  });

  it.each(FETCH_ERROR_REASONS)("that failed counts %s alone", async (reason) => {
    const { metrics, scrape } = builderAt(10_000);
    const before = await scrape();
    metrics.recordError(reason);
    metrics.recordError(reason);
    expect(changedSeries(before, await scrape())).toEqual({
      [`${P}_errors_total{reason="${reason}"}`]: [0, 2],
    });
  });
});

it("ages are worked out at each scrape, from the clock that was passed in", async () => {
  const { time, metrics, scrape } = builderAt(10_000);
  metrics.recordAccepted(snapshotOf({ ts: 7000 }));
  metrics.recordCompleted([]);
  const agesAt = async (now: number) => {
    time.now = now;
    const series = await scrape();
    return [series.get(`${P}_age_seconds`), series.get(`${P}_data_age_seconds`)];
  };
  expect(await agesAt(10_000)).toEqual([0, 3]);
  expect(await agesAt(10_250)).toEqual([0.25, 3.25]);
  expect(await agesAt(70_000)).toEqual([60, 63]);
  metrics.recordAccepted(EMPTY_ACCOUNT);
  expect(await agesAt(80_000)).toEqual([70, 0]);
});

describe("the registry", () => {
  it("is its own: the global one stays empty, and two builders do not share", async () => {
    const [first, second] = [builderAt(1), builderAt(1)];
    first.metrics.recordError("auth");
    expect(register.getMetricsAsArray()).toEqual([]);
    expect(first.metrics.registry).not.toBe(register);
    expect((await second.scrape()).get(`${P}_errors_total{reason="auth"}`)).toBe(0);
    expect(await first.metrics.registry.metrics()).toBe(await first.metrics.build());
  });
});

it("the time of a sync can be said, for a syncer that has read its clock already", async () => {
  const { metrics, scrape } = builderAt(10_000);
  metrics.recordCompleted([{ rule: "missing_order", detail: "x" }], 8000);
  const series = await scrape();
  expect(series.get(`${P}_last_wall_ts`)).toBe(8000);
  expect(series.get(`${P}_age_seconds`)).toBe(2);
  expect(series.get(`${P}_last_mismatch_timestamp_seconds{rule="missing_order"}`)).toBe(8);
});

describe("a prefix of one's own", () => {
  it("names every metric, and the default is gone", async () => {
    const text = await new MetricsBuilder({ clock: () => 1, prefix: "team_sync" }).build();
    expect(missingFrom(text, requiredMetricsPatterns("team_sync"))).toEqual([]);
    expect(text).not.toContain(P);
    expect(text).toContain('team_sync_last_mismatch_timestamp_seconds{rule="orphan_order"} 0');
  });
});
