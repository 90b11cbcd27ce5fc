import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { startMetricsServer } from "../../src/serve/metrics-server.js";
import { MetricsBuilder } from "../../src/syncer/metrics.js";
import { thrownBy } from "../support/thrown-by.js";

const metrics = new MetricsBuilder({ clock: () => 0 });

async function started(isReady = true, port = 0) {
  const server = await startMetricsServer({
    createServer,
    metrics,
    isReady: () => isReady,
    host: "127.0.0.1",
    port,
  });
  onTestFinished(() => server.close());
  return server;
}

describe("the metrics server", () => {
  it("serves the text of the metrics with Prometheus' content type", async () => {
    const { address } = await started();
    const response = await fetch(`${address}/metrics?any`);
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(await response.text()).toBe(await metrics.build());
  });

  it.each([
    { ready: true, status: 200, text: "ok\n" },
    { ready: false, status: 503, text: "no sync yet\n" },
  ])("says on /healthz whether it has synced: $ready", async ({ ready, status, text }) => {
    const { address } = await started(ready);
    const response = await fetch(`${address}/healthz`);
    expect([response.status, await response.text()]).toEqual([status, text]);
  });

  it.each([
    { method: "GET", path: "/", status: 404 },
    { method: "GET", path: "/metrics/x", status: 404 },
    { method: "POST", path: "/metrics", status: 405 },
    { method: "DELETE", path: "/healthz", status: 405 },
    { method: "HEAD", path: "/metrics", status: 200 },
  ])("answers $method $path with $status", async ({ method, path, status }) => {
    const { address } = await started();
    expect((await fetch(`${address}${path}`, { method })).status).toBe(status);
  });

  it.each([
    {
      name: "a port that is taken",
      host: "127.0.0.1",
      taken: true,
      says: "is taken; choose another with --port",
    },
    { name: "a host that is not here", host: "192.0.2.1", taken: false, says: "is not on this machine" },
  ])("refuses $name in one line", async ({ host, taken, says }) => {
    const port = taken ? Number(new URL((await started()).address).port) : 0;
    const options = { createServer, metrics, isReady: () => true, host, port };
    const thrown = await thrownBy(() => startMetricsServer(options));
    expect(thrown).toMatchObject({
      code: "bad_input",
      message: `serve: ${host}:${port} ${messageEnd(thrown)}`,
    });
    expect(String(thrown)).toContain(says);
    expect(String(thrown)).not.toContain("\n");
  });

  it("lets go of its port when it is closed, also of those who are still connected", async () => {
    const { address, close } = await started();
    await fetch(`${address}/metrics`, { headers: { connection: "keep-alive" } });
    await close();
    await expect(fetch(`${address}/metrics`)).rejects.toThrow();
  });
});

function messageEnd(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message.replace(/^serve: \S+ /, "") : "";
}
