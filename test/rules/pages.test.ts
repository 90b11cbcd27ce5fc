import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderPrometheus, renderVictoriaMetrics } from "../../src/rules/render-pack.js";
import { leftOut } from "../support/left-out.js";
import type { AtEnd } from "../support/local-server.js";
import { PagedRoute, ServedBot } from "../support/paged-house.js";
import { freePort, pause, programOnPath, runProgram } from "../support/running-program.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { settingsAtATenth } from "../support/tenth.js";

/** Scrapes and evaluates the bot every second, by the pack at a tenth of its times, and sends to the Alertmanagers. */
type Watch = (bot: string, alertmanagers: readonly string[], atEnd: AtEnd) => Promise<void>;

const SCRAPE = (bot: string) => [
  { job_name: "account-sync", static_configs: [{ targets: [new URL(bot).host] }] },
];
const GLOBAL = { scrape_interval: "1s", scrape_timeout: "1s" };
const QUIET_MS = 12_000;
const LONGEST_MS = 260_000;
/** VictoriaMetrics takes up to ten seconds until it finds what vmalert wrote; that cannot be had at a tenth. */
const SEEN_BY_VMALERT = "40s";
/** Long enough for every route to send once more, if it were to. */
const LINGER_MS = 35_000;

function byPrometheus(program: string): Watch {
  return async (bot, alertmanagers, atEnd) => {
    const directory = temporaryDirectory(atEnd);
    const port = await freePort();
    writeFileSync(join(directory, "rules.yml"), renderPrometheus(settingsAtATenth()));
    const config = {
      global: { ...GLOBAL, evaluation_interval: "1s" },
      rule_files: ["rules.yml"],
      scrape_configs: SCRAPE(bot),
      alerting: {
        alertmanagers: [
          { static_configs: [{ targets: alertmanagers.map((address) => new URL(address).host) }] },
        ],
      },
    };
    writeFileSync(join(directory, "prometheus.yml"), JSON.stringify(config));
    await runProgram(
      program,
      [
        `--config.file=${join(directory, "prometheus.yml")}`,
        `--storage.tsdb.path=${join(directory, "data")}`,
        `--web.listen-address=127.0.0.1:${port}`,
        "--rules.alert.resend-delay=6s",
      ],
      `http://127.0.0.1:${port}/-/ready`,
      atEnd,
    );
  };
}

const byVictoriaMetrics: Watch = async (bot, alertmanagers, atEnd) => {
  const directory = temporaryDirectory(atEnd);
  const [port, alertPort] = [await freePort(), await freePort()];
  const storage = `http://127.0.0.1:${port}`;
  writeFileSync(
    join(directory, "scrape.yml"),
    JSON.stringify({ global: GLOBAL, scrape_configs: SCRAPE(bot) }),
  );
  writeFileSync(
    join(directory, "rules.yml"),
    renderVictoriaMetrics({ ...settingsAtATenth(), missedFor: SEEN_BY_VMALERT }),
  );
  await runProgram(
    "victoria-metrics",
    [
      `-httpListenAddr=127.0.0.1:${port}`,
      `-storageDataPath=${join(directory, "data")}`,
      `-promscrape.config=${join(directory, "scrape.yml")}`,
      "-search.latencyOffset=1s",
    ],
    `${storage}/health`,
    atEnd,
  );
  await runProgram(
    "vmalert",
    [
      `-httpListenAddr=127.0.0.1:${alertPort}`,
      `-rule=${join(directory, "rules.yml")}`,
      "-evaluationInterval=1s",
      "-rule.evalDelay=1s",
      "-rule.resendDelay=6s",
      "-remoteWrite.flushInterval=200ms",
      `-datasource.url=${storage}`,
      `-remoteWrite.url=${storage}`,
      `-remoteRead.url=${storage}`,
      ...alertmanagers.map((address) => `-notifier.url=${address}`),
    ],
    `http://127.0.0.1:${alertPort}/health`,
    atEnd,
  );
};

const HOUSES = [
  {
    watcher: "prometheus",
    needs: ["prometheus"],
    alertmanager: ["prometheus-alertmanager", "alertmanager"],
    watch: byPrometheus("prometheus"),
  },
  {
    watcher: "prometheus-3",
    needs: ["prometheus-3"],
    alertmanager: ["alertmanager-28", "prometheus-alertmanager", "alertmanager"],
    watch: byPrometheus("prometheus-3"),
  },
  {
    watcher: "VictoriaMetrics",
    needs: ["victoria-metrics", "vmalert"],
    alertmanager: ["prometheus-alertmanager", "alertmanager"],
    watch: byVictoriaMetrics,
  },
];

describe("a mismatch, at a tenth of the times", () => {
  for (const { watcher, needs, alertmanager, watch } of HOUSES) {
    const sender = programOnPath(alertmanager);
    const isHere = needs.every((name) => programOnPath([name]) !== undefined);
    const missing = leftOut(
      !isHere || sender === undefined,
      `what ${watcher} pages`,
      `${[...needs, alertmanager[0]].join(" or ")} is not on the PATH`,
    );
    it.skipIf(missing).concurrent(
      `is told once as firing and once as resolved on every route, while another alert rings: ${watcher}`,
      async ({ onTestFinished }) => {
        const bot = new ServedBot();
        await bot.start(onTestFinished);
        const routes = PagedRoute.all();
        await Promise.all(routes.map((route) => route.start(sender ?? "", onTestFinished)));
        await watch(
          bot.address,
          routes.map(({ address }) => address),
          onTestFinished,
        );
        await pause(QUIET_MS);
        bot.mismatch();
        const isOver = () => routes.every(({ told }) => told.some(({ status }) => status === "resolved"));
        for (const end = Date.now() + LONGEST_MS; Date.now() < end && !isOver(); ) await pause(500);
        await pause(LINGER_MS);
        const alertname = "AccountSyncMismatchSpike";
        const once = [
          { status: "firing", alertname },
          { status: "resolved", alertname },
        ];
        expect(Object.fromEntries(routes.map(({ name, told }) => [name, told]))).toEqual(
          Object.fromEntries(routes.map(({ name }) => [name, once])),
        );
      },
      QUIET_MS + LONGEST_MS + LINGER_MS + 60_000,
    );
  }
});
