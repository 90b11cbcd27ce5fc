// One rehearsal: a made-up account, a real Prometheus and a real Alertmanager with the shipped rules and route.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { answers, freePort, start } from "./processes.js";

const RULES = resolve("rules/account-sync.rules.yml");
/** Where the shipped route sends the pages; the heartbeat goes elsewhere. */
const PAGES = "/account-sync";
const ROUTE = resolve("rules/alertmanager/account-sync.yml");
const CLI = resolve("dist/cli.js");
/** Only how often Prometheus looks is other than in real life; the alert and the route are as shipped. */
const INTERVAL = "1s";
const INJECT_AFTER_SECONDS = 15;
const LONGEST_SECONDS = 1500;
/** Long enough for the route to send once more, if it were to. */
const LINGER_SECONDS = 75;

/**
 * Injects a rule (null: none), and gives what the webhook received and the seconds from mismatch to page.
 *
 * @param until resolves when a clean account has been watched long enough.
 * @param names the programs to run: `prometheus` and `alertmanager`, each the names to try.
 */
export async function rehearse(rule, directory, { say, until, programs: names }) {
  mkdirSync(directory, { recursive: true });
  const [metricsPort, prometheusPort, alertmanagerPort] = [
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const received = [];
  const began = Date.now();
  let mismatchAt = null;
  const webhook = await listen((notification) => {
    const names = [...new Set(notification.alerts.map(({ labels }) => labels.alertname))].join(", ");
    received.push({ status: notification.status, names, at: Date.now(), alerts: notification.alerts });
    say(`${notification.status}: ${names} (${seconds(Date.now() - (mismatchAt ?? began))} s)`);
  });
  const programs = [];
  try {
    programs.push(
      await startAccount(rule, metricsPort, directory, (text) => {
        if (mismatchAt !== null || !text.includes("MISMATCH")) return;
        mismatchAt = Date.now();
        say("the mismatch happened");
      }),
    );
    programs.push(await startAlertmanager(names.alertmanager, alertmanagerPort, webhook.port, directory));
    programs.push(
      await startPrometheus(names.prometheus, prometheusPort, { metricsPort, alertmanagerPort }, directory),
    );
    await finished(rule, received, until);
    return { rule, received, secondsToPage: secondsTo("firing"), secondsToResolved: secondsTo("resolved") };
  } finally {
    for (const program of programs.reverse()) await program.stop();
    webhook.close();
  }

  function secondsTo(status) {
    const first = received.find((notification) => notification.status === status);
    return first === undefined || mismatchAt === null ? null : seconds(first.at - mismatchAt);
  }
}

async function finished(rule, received, until) {
  if (rule === null) return until;
  const end = Date.now() + LONGEST_SECONDS * 1000;
  while (Date.now() < end && !received.some(({ status }) => status === "resolved")) await pause(1);
  await pause(LINGER_SECONDS);
}

function startAccount(rule, port, directory, onText) {
  const injection = rule === null ? [] : ["--inject", rule, "--after", String(INJECT_AFTER_SECONDS)];
  const env = { PATH: process.env.PATH };
  const args = [CLI, "serve", "--port", String(port), ...injection];
  return start([process.execPath], args, { log: join(directory, "serve.log"), env, onText });
}

async function startAlertmanager(names, port, webhookPort, directory) {
  const config = join(directory, "alertmanager.yml");
  const shipped = readFileSync(ROUTE, "utf8");
  const address = /http:\/\/127\.0\.0\.1:[0-9]+/g;
  if (!shipped.includes(`127.0.0.1:5001${PAGES}\n`)) throw new Error(`${ROUTE} sends nothing to ${PAGES}`);
  writeFileSync(config, shipped.replaceAll(address, `http://127.0.0.1:${webhookPort}`));
  const program = await start(
    names,
    [
      `--config.file=${config}`,
      `--storage.path=${join(directory, "alertmanager")}`,
      `--web.listen-address=127.0.0.1:${port}`,
      "--cluster.listen-address=",
    ],
    { log: join(directory, "alertmanager.log") },
  );
  await answers(`http://127.0.0.1:${port}/-/ready`);
  return program;
}

async function startPrometheus(names, port, { metricsPort, alertmanagerPort }, directory) {
  const config = join(directory, "prometheus.yml");
  const targets = (at) => [{ targets: [`127.0.0.1:${at}`] }];
  // JSON is YAML too.
  const document = {
    global: { scrape_interval: INTERVAL, scrape_timeout: INTERVAL, evaluation_interval: INTERVAL },
    rule_files: [RULES],
    scrape_configs: [{ job_name: "account-sync", static_configs: targets(metricsPort) }],
    alerting: { alertmanagers: [{ static_configs: targets(alertmanagerPort) }] },
  };
  writeFileSync(config, JSON.stringify(document));
  const program = await start(
    names,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(directory, "prometheus")}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { log: join(directory, "prometheus.log") },
  );
  await answers(`http://127.0.0.1:${port}/-/ready`);
  return program;
}

function listen(onNotification) {
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    response.end();
    if (request.url === PAGES) onNotification(JSON.parse(Buffer.concat(chunks).toString()));
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ port: server.address().port, close });
    });
  });
}

function pause(length) {
  return new Promise((resolve) => setTimeout(resolve, length * 1000));
}

function seconds(ms) {
  return Math.round(ms / 1000);
}
