import { createServer } from "node:http";
import { type AtEnd, listen, stop } from "../local-server.js";

/** One notification of Alertmanager's webhook. */
export interface Notification {
  /** Unix ms. */
  readonly at: number;
  readonly status: string;
  readonly alerts: readonly { readonly status: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** A receiver that keeps what it is told, but for heartbeats. */
export interface Webhook {
  readonly url: string;
  readonly received: Notification[];
}

/** Starts a webhook that answers with this status, and ends with the test. */
export async function startWebhook(atEnd: AtEnd, status = 200): Promise<Webhook> {
  const received: Notification[] = [];
  const server = createServer(async (request, response) => {
    const text = Buffer.concat(await request.toArray()).toString();
    if (!request.url?.includes("heartbeat")) received.push({ ...JSON.parse(text), at: Date.now() });
    response.writeHead(status).end();
  });
  const url = await listen(server);
  atEnd(() => stop(server));
  return { url, received };
}
