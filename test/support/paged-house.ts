import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { type AtEnd, listen, stop } from "./local-server.js";
import { PAGE_ROUTES } from "./page-routes.js";
import { freePort, runProgram } from "./running-program.js";
import { temporaryDirectory } from "./temp-directory.js";
import { textAtATenth } from "./tenth.js";

/** What a pager was told of the pack's own alerts. */
export interface Told {
  readonly status: string;
  readonly alertname: string;
}

/** A bot whose metrics are served, and which mismatches when told to. */
export class ServedBot {
  readonly #metrics = new MetricsBuilder({ clock: Date.now });
  address = "";

  async start(atEnd: AtEnd): Promise<void> {
    const server = createServer((_, response) => {
      response.setHeader("content-type", this.#metrics.registry.contentType);
      this.#metrics.recordCompleted([]);
      void this.#metrics.build().then((text) => response.end(text));
    });
    this.address = await listen(server);
    atEnd(() => stop(server));
  }

  mismatch(): void {
    this.#metrics.recordCompleted([{ rule: "orphan_order", detail: "an order" }]);
  }
}

/** An Alertmanager with one of the routes at a tenth of its times, and what its pager heard. */
export class PagedRoute {
  readonly name: string;
  readonly told: Told[] = [];
  address = "";
  readonly #config: string;

  private constructor(name: string, config: string) {
    this.name = name;
    this.#config = config;
  }

  static all(): PagedRoute[] {
    return PAGE_ROUTES.map(({ name, config }) => new PagedRoute(name, config));
  }

  async start(alertmanager: string, atEnd: AtEnd): Promise<void> {
    const pager = createServer(async (request, response) => {
      const notification: Notification = JSON.parse(Buffer.concat(await request.toArray()).toString());
      response.end();
      const ours = notification.alerts.filter(({ labels }) => labels.env === undefined);
      const pages = ours.filter(({ labels }) => labels.component === "account");
      this.told.push(...pages.map(({ status, labels }) => ({ status, alertname: labels.alertname ?? "" })));
    });
    const webhook = await listen(pager);
    atEnd(() => stop(pager));
    const directory = temporaryDirectory(atEnd);
    const file = join(directory, "alertmanager.yml");
    writeFileSync(file, textAtATenth(this.#config).replace("WEBHOOK", webhook));
    const port = await freePort();
    this.address = `http://127.0.0.1:${port}`;
    await runProgram(
      alertmanager,
      [
        `--config.file=${file}`,
        `--storage.path=${join(directory, "data")}`,
        `--web.listen-address=127.0.0.1:${port}`,
        "--cluster.listen-address=",
      ],
      `${this.address}/-/ready`,
      atEnd,
    );
    await this.#ringNeighbour();
  }

  /** Another pack's alert of the same name, in whatever group ours will be. */
  async #ringNeighbour(): Promise<void> {
    const labels = {
      alertname: "AccountSyncMismatchSpike",
      severity: "warning",
      category: "correctness",
      component: "account",
      namespace: "trading",
      env: "staging",
    };
    const endsAt = new Date(Date.now() + 3_600_000).toISOString();
    const response = await fetch(`${this.address}/api/v2/alerts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ labels, endsAt }]),
    });
    if (!response.ok) throw new Error(`${this.name}: ${response.status} ${await response.text()}`);
  }
}

interface Notification {
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}
