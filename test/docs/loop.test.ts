import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { fencesOf } from "../support/markdown.js";
import { seriesOf } from "../support/metric-series.js";

const P = "grinder_account_sync";
const START = Date.UTC(2026, 0, 2);

/** What the documented loop left after an hour of its clock, and what it said, line by line. */
interface Hour {
  readonly said: readonly string[];
  readonly series: ReadonlyMap<string, number>;
  readonly checkout: string;
}

/**
 * Runs the loop of docs/library.md against the exchange of test/fixtures/traded-exchange.mjs.
 *
 * @param divergeAt the minute from which a position is another one than is known; null for never.
 */
async function anHour(divergeAt: number | null): Promise<Hour> {
  const [loop] = fencesOf(readDocument("docs/library.md")).filter(({ text }) =>
    text.includes("watchAccount("),
  );
  const copy = new CheckoutCopy();
  copy.addLibrary();
  const { checkout } = copy;
  writeFileSync(join(checkout, "loop.ts"), loop?.text ?? "");
  const external = /^(?:node:|account-sync-drill$|prom-client$)/;
  const bundle = await rolldown({ cwd: checkout, input: "loop.ts", external });
  await bundle.write({ file: join(checkout, "loop.mjs"), format: "esm" });
  await bundle.close();
  copyFileSync(join(CHECKOUT, "test/fixtures/traded-exchange.mjs"), join(checkout, "exchange.mjs"));
  const args = ["exchange.mjs", String(START), String(divergeAt ?? "never")];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: checkout, encoding: "utf8" });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  return { said: stderr.split("\n").slice(0, -1), series: seriesOf(stdout), checkout };
}

describe("the loop of docs/library.md, for an hour of its clock against a made-up exchange", () => {
  it("is silent on two healthy accounts, one that is traded and one that does nothing", async () => {
    const { said, series } = await anHour(null);
    expect(new Set(said)).toEqual(new Set(["maker: sync failed: timeout: no answer"]));
    const counted = [...series].filter(([name, count]) => /_total/.test(name) && count > 0);
    expect(counted).toEqual([[`${P}_errors_total{reason="timeout",account="maker"}`, said.length]]);
    for (const account of ["maker", "quiet"]) {
      expect(series.get(`${P}_data_age_seconds{account="${account}"}`)).toBeLessThan(15);
      expect(series.get(`${P}_age_seconds{account="${account}"}`)).toBeLessThan(15);
    }
    expect(series.get(`${P}_open_orders_count{account="maker"}`)).toBeGreaterThan(0);
  });

  it("names a position that is another one, once, leaves evidence of it, and goes on counting", async () => {
    const { said, series, checkout } = await anHour(30);
    const [finding = "", evidence = "", ...more] = said.filter((line) => !line.includes("sync failed"));
    expect(finding).toMatch(
      /^maker: position_mismatch: position "BTC\/USDT:USDT" LONG: we said (\d+); the exchange says \d+$/,
    );
    expect(more).toEqual([]);
    const [, directory = "", minute = "", second] = /^evidence: (.*T00(\d\d)(\d\d)Z)$/.exec(evidence) ?? [];
    expect(minute).toBe("30");
    expect(Number(second)).toBeGreaterThanOrEqual(10);
    expect(Number(second)).toBeLessThanOrEqual(25);
    const kept = (name: string) => JSON.parse(readFileSync(join(checkout, directory, name), "utf8"));
    expect(kept("mismatches.json")).toEqual([
      { rule: "position_mismatch", detail: finding.replace("maker: position_mismatch: ", "") },
    ]);
    const [, qty] = /we said (\d+)/.exec(finding) ?? [];
    expect(kept("known.json").positions).toEqual([{ symbol: "BTC/USDT:USDT", side: "LONG", qty }]);
    const count = series.get(`${P}_mismatches_total{rule="position_mismatch",account="maker"}`);
    expect(count).toBeGreaterThan(300);
    expect(
      [...series].filter(([name, value]) => name.includes("mismatches_total") && value > 0),
    ).toHaveLength(1);
  });
});
