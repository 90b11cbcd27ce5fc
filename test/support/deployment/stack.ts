import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { DEFAULT_SETTINGS } from "../../../src/rules/pack-settings.js";
import { renderPrometheus } from "../../../src/rules/render-pack.js";
import type { AtEnd } from "../local-server.js";
import { type Exporter, type ExporterPlan, startExporter } from "./exporter.js";
import { freePort, type Program, programName, type Running, startProgram, until } from "./programs.js";
import { startWebhook, type Webhook } from "./webhook.js";

// biome-ignore lint/suspicious/noExplicitAny: configurations of other programs, changed by each fault in its own way
export type Yaml = any;

/** Which servers a stack is made of. */
export interface Majors {
  readonly prometheus: "prometheus 2" | "prometheus 3";
  readonly alertmanager: "alertmanager 0.25" | "alertmanager 0.28";
}

/** What is different about a stack: each change is given what stands in a healthy one. */
export interface StackPlan extends Majors {
  readonly exporter?: ExporterPlan;
  /** The rule file's text. */
  readonly rules?: (text: string) => string;
  readonly prometheusConfig?: (config: Yaml, place: StackPlace) => void;
  readonly prometheusArgs?: readonly string[];
  readonly alertmanagerConfig?: (config: Yaml, place: StackPlace) => void;
  readonly webhookStatus?: number;
  /** False where the heartbeat goes to nobody: it is counted together with other notifications. */
  readonly heartbeat?: false;
  /** How many Alertmanagers; they do not know each other. */
  readonly alertmanagers?: number;
  /** Seconds between scrapes and between evaluations. */
  readonly seconds?: number;
}

/** Where the parts of a stack are. */
export interface StackPlace {
  readonly directory: string;
  readonly target: string;
  readonly alertmanagers: readonly string[];
  readonly webhook: string;
}

/** A Prometheus and an Alertmanager of their own, with the pack, the shipped route, an exporter and a webhook. */
export interface Stack extends StackPlace {
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly exporter: Exporter;
  readonly hook: Webhook;
  readonly programs: readonly Running[];
}

const SETTLING_MS = 11_000;
const SLOW_SECONDS = 60;
const ROUTE = new URL("../../../rules/alertmanager/account-sync.yml", import.meta.url);

/** Starts a stack that ends with the test. It is ready to be asked; Prometheus may not have scraped yet. */
export async function startStack(atEnd: AtEnd, plan: StackPlan): Promise<Stack> {
  const directory = mkdtempSync(join(tmpdir(), "account-sync-stack-"));
  atEnd(async () => rmSync(directory, { recursive: true, force: true }));
  const exporter = await startExporter(atEnd, plan.exporter);
  const hook = await startWebhook(atEnd, plan.webhookStatus);
  const ports = await Promise.all(Array.from({ length: plan.alertmanagers ?? 1 }, freePort));
  const place = {
    directory,
    target: exporter.address,
    alertmanagers: ports.map((port) => `127.0.0.1:${port}`),
    webhook: hook.url,
  };
  const alertmanagers = await Promise.all(
    place.alertmanagers.map((address) => startAlertmanager(atEnd, address, plan, place)),
  );
  const prometheus = await startPrometheus(atEnd, plan, place);
  const [alertmanager = ""] = place.alertmanagers;
  return {
    ...place,
    exporter,
    hook,
    prometheus: prometheus.url,
    alertmanager: `http://${alertmanager}`,
    programs: [prometheus.running, ...alertmanagers],
  };
}

async function startAlertmanager(atEnd: AtEnd, address: string, plan: StackPlan, place: StackPlace) {
  const config: Yaml = parse(readFileSync(ROUTE, "utf8"));
  for (const { name, webhook_configs: hooks = [] } of config.receivers) {
    for (const hook of hooks) hook.url = `${place.webhook}/${name}`;
  }
  if (plan.heartbeat === false) {
    config.route.routes = config.route.routes.filter(
      ({ receiver }: Yaml) => receiver !== "account-heartbeat",
    );
  }
  plan.alertmanagerConfig?.(config, place);
  const home = join(place.directory, address.replace(":", "-"));
  mkdirSync(home);
  writeFileSync(join(home, "alertmanager.yml"), JSON.stringify(config));
  const running = startProgram(
    installed(plan.alertmanager),
    [
      `--config.file=${join(home, "alertmanager.yml")}`,
      `--storage.path=${join(home, "data")}`,
      `--web.listen-address=${address}`,
      "--cluster.listen-address=",
    ],
    atEnd,
  );
  await answers(`http://${address}/-/ready`, running);
  return running;
}

async function startPrometheus(atEnd: AtEnd, plan: StackPlan, place: StackPlace) {
  const { seconds = 1 } = plan;
  const rules = join(place.directory, "account-sync.rules.yml");
  const text = renderPrometheus(DEFAULT_SETTINGS);
  writeFileSync(rules, plan.rules?.(text) ?? text);
  const config: Yaml = {
    global: {
      scrape_interval: `${seconds}s`,
      scrape_timeout: `${seconds}s`,
      evaluation_interval: `${seconds}s`,
    },
    rule_files: [rules],
    scrape_configs: [{ job_name: "account-sync", static_configs: [{ targets: [place.target] }] }],
    alerting: { alertmanagers: [{ static_configs: [{ targets: place.alertmanagers }] }] },
  };
  plan.prometheusConfig?.(config, place);
  const file = join(place.directory, "prometheus.yml");
  writeFileSync(file, JSON.stringify(config));
  const address = `127.0.0.1:${await freePort()}`;
  const args = [
    `--config.file=${file}`,
    `--storage.tsdb.path=${join(place.directory, "tsdb")}`,
    `--web.listen-address=${address}`,
    "--web.enable-lifecycle",
    ...(plan.prometheusArgs ?? []),
  ];
  const running = startProgram(installed(plan.prometheus), args, atEnd);
  await answers(`http://${address}/-/ready`, running);
  return { url: `http://${address}`, running };
}

function installed(program: Program): string {
  const name = programName(program);
  if (name === null) throw new Error(`${program} is not installed`);
  return name;
}

async function answers(url: string, running: Running): Promise<void> {
  await until(`${url} answers`, async () => ((await fetch(url)).ok ? true : null)).catch((error) => {
    throw new Error(`${error.message}\n${running.said()}`);
  });
}

/**
 * Waits until Prometheus has found its targets and Alertmanagers, which takes it 5 s, and has scraped and evaluated all
 * that is due by then.
 */
export async function settled({ prometheus }: Stack): Promise<void> {
  const get = async (path: string): Promise<Yaml> => {
    const answer: Yaml = await (await fetch(`${prometheus}/api/v1/${path}`)).json();
    return answer.data;
  };
  await until("ten seconds since its start", async () => {
    const { startTime } = await get("status/runtimeinfo");
    return Date.now() - Date.parse(startTime) > SETTLING_MS ? true : null;
  });
  await until("the first scrapes and evaluations", async () => {
    const [{ activeTargets }, { groups }] = [await get("targets"), await get("rules?type=alert")];
    const late = groups
      .filter(({ interval }: Yaml) => interval < SLOW_SECONDS)
      .flatMap(({ rules }: Yaml) => rules);
    const targets = activeTargets.filter(({ scrapeInterval }: Yaml) => !/m/.test(scrapeInterval));
    return [...late, ...targets].every(({ health }: Yaml) => health !== "unknown") ? true : null;
  });
}
