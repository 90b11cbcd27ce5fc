import { describe, expect, it } from "vitest";
import {
  isMetricPrefix,
  REQUIRED_METRICS_PATTERNS,
  requiredMetricsPatterns,
} from "../../src/syncer/metric-contract.js";

// The nine metrics as alert rules and dashboards name them.
const NINE: readonly (readonly [name: string, type: string, sample: string])[] = [
  ["grinder_account_sync_last_ts", "gauge", " "],
  ["grinder_account_sync_last_wall_ts", "gauge", " "],
  ["grinder_account_sync_age_seconds", "gauge", " "],
  ["grinder_account_sync_data_age_seconds", "gauge", " "],
  ["grinder_account_sync_errors_total", "counter", "{reason="],
  ["grinder_account_sync_mismatches_total", "counter", "{rule="],
  ["grinder_account_sync_positions_count", "gauge", " "],
  ["grinder_account_sync_open_orders_count", "gauge", " "],
  ["grinder_account_sync_pending_notional", "gauge", " "],
];

describe("REQUIRED_METRICS_PATTERNS", () => {
  it("are 27: HELP, TYPE and sample of each metric", () => {
    const expected = NINE.flatMap(([name, type, sample]) => [
      `# HELP ${name} `,
      `# TYPE ${name} ${type}`,
      `${name}${sample}`,
    ]);
    expect(expected).toHaveLength(27);
    expect(REQUIRED_METRICS_PATTERNS).toEqual(expected);
  });

  it("follow a prefix of one's own", () => {
    const expected = REQUIRED_METRICS_PATTERNS.map((pattern) =>
      pattern.replace("grinder_account_sync", "a_b"),
    );
    expect(requiredMetricsPatterns("a_b")).toEqual(expected);
  });
});

describe("a prefix of metrics' names", () => {
  it.each([
    { prefix: "grinder_account_sync", is: true },
    { prefix: "a", is: true },
    { prefix: "_", is: true },
    { prefix: ":job:x9", is: true },
    { prefix: "Acme9", is: true },
    { prefix: "x".repeat(100), is: true },
    { prefix: "x".repeat(101), is: false },
    { prefix: "", is: false },
    { prefix: "9lives", is: false },
    { prefix: "a-b", is: false },
    { prefix: "a b", is: false },
    { prefix: " a", is: false },
    { prefix: "a\n", is: false },
    { prefix: "ä", is: false },
  ])("$prefix: $is", ({ prefix, is }) => {
    expect(isMetricPrefix(prefix)).toBe(is);
  });
});
