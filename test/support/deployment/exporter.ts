import { createServer } from "node:http";
import { AccountSyncer } from "../../../src/syncer/account-syncer.js";
import { MetricsBuilder } from "../../../src/syncer/metrics.js";
import { snapshotOf } from "../accounts.js";
import { type AtEnd, listen, stop } from "../local-server.js";

/** What is different about an exporter. */
export interface ExporterPlan {
  readonly prefix?: string;
  /** How far its clock is ahead of ours. */
  readonly clockAheadMs?: number;
  /** Changes the text before it is served. */
  readonly change?: (text: string) => string;
}

/** A syncer's own metrics, synced at each scrape; its account is healthy until it is told otherwise. */
export interface Exporter {
  /** `127.0.0.1:port` */
  readonly address: string;
  /** From now on each sync finds an orphan. */
  readonly diverge: () => void;
}

/** Starts an exporter that ends with the test. */
export async function startExporter(atEnd: AtEnd, plan: ExporterPlan = {}): Promise<Exporter> {
  const { prefix, clockAheadMs = 0, change = (text) => text } = plan;
  const clock = () => Date.now() + clockAheadMs;
  const metrics = new MetricsBuilder({ clock, ...(prefix === undefined ? {} : { prefix }) });
  const port = { fetchAccountSnapshot: () => snapshotOf({ ts: clock() }) };
  const syncer = new AccountSyncer({ port, metrics });
  let known = ["ord_1"];
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end("404 page not found");
      return;
    }
    await syncer.sync(known);
    response.setHeader("content-type", "text/plain; version=0.0.4; charset=utf-8");
    response.end(change(await metrics.build()));
  });
  const address = await listen(server);
  atEnd(() => stop(server));
  return {
    address: address.replace("http://", ""),
    diverge: () => {
      known = [];
    },
  };
}
