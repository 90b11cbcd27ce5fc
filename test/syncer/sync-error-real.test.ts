import { createServer, type RequestListener, type Server } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { DrillError } from "../../src/errors.js";
import { toSyncError } from "../../src/syncer/sync-error.js";
import { thrownBy } from "../support/thrown-by.js";

const reasonOf = (thrown: unknown) => toSyncError(thrown).reason;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}/`;
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

it("nobody listens: network", async () => {
  const server = createServer();
  const url = await listen(server);
  await new Promise((closed) => server.close(closed));
  const thrown = await thrownBy(() => fetch(url));
  expect(toSyncError(thrown)).toEqual({ reason: "network", message: "fetch failed" });
});

it("the connection breaks: network", async () => {
  const url = await serve((request) => request.socket.destroy());
  expect(reasonOf(await thrownBy(() => fetch(url)))).toBe("network");
});

it("no answer before the port's own deadline: timeout", async () => {
  const url = await serve(() => {});
  expect(reasonOf(await thrownBy(() => fetch(url, { signal: AbortSignal.timeout(20) })))).toBe("timeout");
});

it("an answer that is no JSON: parse", async () => {
  const url = await serve((_, response) => response.end("<html>"));
  expect(reasonOf(await thrownBy(async () => (await fetch(url)).json()))).toBe("parse");
});

it("a snapshot that was refused: parse", () => {
  expect(reasonOf(new DrillError("bad_input", "positions[0].qty: ..."))).toBe("parse");
});
