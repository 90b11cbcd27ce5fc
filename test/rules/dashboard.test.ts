import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MySyncer } from "../../docs/adapters/typescript/my-syncer.js";
import { alertPack } from "../../src/rules/alert-pack.js";
import { renderDashboard } from "../../src/rules/dashboard.js";
import { DEFAULT_SETTINGS } from "../../src/rules/pack-settings.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { CHECKOUT, readDocument } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { type AtEnd, listen, stop } from "../support/local-server.js";
import { dashboardQueries } from "../support/pack-document.js";
import { DASHBOARD_FILE, RULES_FILE } from "../support/rule-pack.js";
import { freePort, pause, programOnPath, runProgram } from "../support/running-program.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const TYPES = `${CHECKOUT}node_modules/@grafana/grafana-foundation-sdk/dist`;

/** Grafana's published types, with the texts of their enums in place of the enums; the SDK's own marks left out. */
const CHECKED = (dashboard: string) => `
import type { Dashboard, Panel } from "${TYPES}/dashboard";
import type { Dataquery } from "${TYPES}/prometheus";
type Plain<T> = 0 extends 1 & T ? any
  : T extends string ? \`\${T}\`
  : T extends number | boolean | null | undefined ? T
  : T extends readonly (infer E)[] ? Plain<E>[]
  : { [K in keyof T as K extends \`_implements\${string}\` ? never : K]: Plain<T[K]> };
type PanelOf = Omit<Plain<Panel>, "targets"> & { targets: Plain<Dataquery>[] };
const dashboard: Omit<Plain<Dashboard>, "panels"> & { panels: PanelOf[] } = ${dashboard};
export default dashboard;
`;

function typeFaults(dashboard: string): string[] {
  const file = join(temporaryDirectory(), "dashboard.ts");
  writeFileSync(file, CHECKED(dashboard));
  const options = ["--noEmit", "--strict", "--skipLibCheck", "--ignoreConfig", "--module", "preserve"];
  const { stdout } = spawnSync(
    process.execPath,
    [`${CHECKOUT}node_modules/typescript/bin/tsc`, ...options, file],
    {
      encoding: "utf8",
      cwd: CHECKOUT,
    },
  );
  return stdout.split("\n").filter((line) => line.includes("error"));
}

describe("the dashboard", () => {
  const dashboard = readDocument(DASHBOARD_FILE);

  it("fits the types that Grafana publishes", () => {
    expect(existsSync(TYPES)).toBe(true);
    expect(typeFaults(dashboard)).toEqual([]);
  });

  it.each([
    { mistake: "a kind of variable that is none", part: '"type": "query"', place: '"type": "querry"' },
    { mistake: "a mode of thresholds that is none", part: '"absolute"', place: '"absolut"' },
    { mistake: "a panel's field that is none", part: '"gridPos"', place: '"gridPosition"' },
    { mistake: "a query that is none", part: '"expr": "max', place: '"exp": "max' },
  ])("is refused with $mistake", ({ part, place }) => {
    expect(dashboard).toContain(part);
    expect(typeFaults(dashboard.replace(part, place))).not.toEqual([]);
  });

  it("is never green for what rings, and links the page of each alert that it draws", () => {
    const { panels } = JSON.parse(renderDashboard(DEFAULT_SETTINGS));
    const [ringing] = panels;
    expect(ringing.fieldConfig.defaults.thresholds.steps.at(-1)).toEqual({ value: 1, color: "red" });
    const linked = panels.flatMap(({ links }: { links: { url: string }[] }) => links.map(({ url }) => url));
    const pages = alertPack(DEFAULT_SETTINGS).map(({ annotations }) => annotations.runbook_url);
    expect([...new Set(linked)].sort()).toEqual([...pages].sort());
  });
});

/** What a target serves, at each scrape. */
type Exporter = () => Promise<string>;

/** The library's metrics, with the account's label or without, of an account that has mismatched and failed. */
function libraryExporter(account: string | null): Exporter {
  const metrics = new MetricsBuilder({ clock: Date.now });
  if (account !== null) metrics.registry.setDefaultLabels({ account });
  return () => {
    metrics.recordCompleted([{ rule: "orphan_order", detail: "an order" }]);
    metrics.recordError("timeout");
    return metrics.build();
  };
}

/** The metrics of the example of an own syncer. */
function ownExporter(): Exporter {
  const syncer = new MySyncer();
  return async () => {
    const now = Date.now();
    const terms = { symbol: "BTCUSDT", side: "BUY", price: "1", qty: "1", filled_qty: "0" };
    const order = { ...terms, order_id: "1", ts: now };
    syncer.check({ positions: [], open_orders: [order], ts: now }, { order_ids: [] }, now);
    syncer.fetchFailed("timeout");
    return syncer.metrics.text(now);
  };
}

async function served(exporter: Exporter, atEnd: AtEnd): Promise<string> {
  const server = createServer(async (_, response) => {
    response.setHeader("content-type", "text/plain; version=0.0.4");
    response.end(await exporter());
  });
  const address = await listen(server);
  atEnd(() => stop(server));
  return new URL(address).host;
}

async function scraping(program: string, targets: readonly string[], atEnd: AtEnd): Promise<string> {
  const directory = temporaryDirectory(atEnd);
  const file = join(directory, "prometheus.yml");
  const config = {
    global: { scrape_interval: "1s", scrape_timeout: "1s", evaluation_interval: "1s" },
    rule_files: [join(CHECKOUT, RULES_FILE)],
    scrape_configs: [{ job_name: "account-sync", static_configs: [{ targets }] }],
  };
  writeFileSync(file, JSON.stringify(config));
  const address = `http://127.0.0.1:${await freePort()}`;
  await runProgram(
    program,
    [
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(directory, "data")}`,
      `--web.listen-address=${new URL(address).host}`,
    ],
    `${address}/-/ready`,
    atEnd,
  );
  return address;
}

/** Whether Prometheus answers a query with some series. */
async function hasAnswer(prometheus: string, expr: string): Promise<boolean> {
  const response = await fetch(`${prometheus}/api/v1/query?query=${encodeURIComponent(expr)}`);
  const text = await response.text();
  return response.ok && !text.includes('"result":[]');
}

/** The queries that have no answer where just this instance is chosen. */
async function unanswered(prometheus: string, instance: string): Promise<string[]> {
  const queries = dashboardQueries(readDocument(DASHBOARD_FILE).replaceAll("$instance", instance));
  const answers = await Promise.all(queries.map(({ expr }) => hasAnswer(prometheus, expr)));
  return queries.filter((_, at) => answers[at] === false).map(({ panel }) => panel);
}

describe("on a real Prometheus", () => {
  for (const program of ["prometheus", "prometheus-3"]) {
    const missing = leftOut(
      programOnPath([program]) === undefined,
      `what the dashboard shows on ${program}`,
      `${program} is not on the PATH`,
    );
    it.skipIf(missing).concurrent(
      `each panel has an answer, for an own syncer too: ${program}`,
      async ({ onTestFinished }) => {
        const exporters = {
          "one account": libraryExporter(null),
          "an account with a label": libraryExporter("main"),
          "an own syncer": ownExporter(),
        };
        const hosts = await Promise.all(Object.values(exporters).map((one) => served(one, onTestFinished)));
        const prometheus = await scraping(program, hosts, onTestFinished);
        await pause(8000);
        const silent = await Promise.all(hosts.map((host) => unanswered(prometheus, host)));
        expect(silent).toEqual([[], [], []]);
      },
    );
  }
});
