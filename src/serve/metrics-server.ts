import type { createServer as CreateServer, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import type { MetricsBuilder } from "../syncer/metrics.js";

/** What a metrics server serves, and where. */
export interface MetricsServerOptions {
  readonly createServer: typeof CreateServer;
  readonly metrics: MetricsBuilder;
  /** Whether a sync has been completed. */
  readonly isReady: () => boolean;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** A server that listens. */
export interface MetricsServer {
  readonly address: string;
  /** Lets go of the port, and of whoever is still connected. */
  close(): Promise<void>;
}

/**
 * Serves `GET /metrics` and `GET /healthz`.
 *
 * @throws DrillError `bad_input` where it cannot listen there.
 */
export async function startMetricsServer(options: MetricsServerOptions): Promise<MetricsServer> {
  const { createServer, host, port } = options;
  const server = createServer((request, response) => {
    answer(options, request, response).catch((error: unknown) => {
      response.writeHead(500).end(`${messageOf(error)}\n`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(host, port, cause)));
    server.listen(port, host, resolve);
  });
  return {
    address: addressOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  { metrics, isReady }: MetricsServerOptions,
  { url = "", method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = url.split("?")[0];
  const isKnown = path === "/metrics" || path === "/healthz";
  if (!isKnown) say(response, 404, "there are /metrics and /healthz\n");
  else if (method !== "GET" && method !== "HEAD") say(response, 405, "GET only\n");
  else if (path === "/healthz") say(response, isReady() ? 200 : 503, isReady() ? "ok\n" : "no sync yet\n");
  else say(response, 200, await metrics.build(), metrics.registry.contentType);
}

function say(
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, { "content-type": type }).end(text);
}

function addressOf(address: string | AddressInfo | null): string {
  if (address === null || typeof address === "string") return String(address);
  return `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`;
}

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: "is taken; choose another with --port",
  EACCES: "may not be used; choose one above 1023 with --port",
  EADDRNOTAVAIL: "is not on this machine; choose another with --host",
  ENOTFOUND: "is no address; choose another with --host",
};

function cannotListen(host: string, port: number, cause: unknown): DrillError {
  const why = WHY[systemCodeOf(cause) ?? ""] ?? `cannot be listened on: ${messageOf(cause)}`;
  return new DrillError("bad_input", `serve: ${host}:${port} ${why}`, { cause });
}
