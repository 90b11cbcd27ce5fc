import * as http from "node:http";
import { createServer, type RequestListener } from "node:http";
import * as https from "node:https";
import { describe, expect, it, onTestFinished } from "vitest";
import { askWith } from "../../../src/deployment/http/ask.js";
import { PLAIN_HTTP } from "../../../src/deployment/http/http-config.js";
import { listen, stop } from "../../support/local-server.js";

const clients = { http, https };

async function serverThat(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => stop(server));
  return listen(server);
}

describe("asking", () => {
  it("ends when the server says nothing for too long", async () => {
    const url = await serverThat(() => {});
    const ask = askWith(clients, PLAIN_HTTP, { ms: 100, bytes: 1000 });
    expect(await ask({ url, trusted: true })).toEqual({
      kind: "unreachable",
      why: "did not answer within 0.1 s",
    });
  });

  it("ends when the server drips for ever", async () => {
    const url = await serverThat((_, response) => {
      const drip = setInterval(() => response.write(" "), 10);
      response.on("close", () => clearInterval(drip));
    });
    const ask = askWith(clients, PLAIN_HTTP, { ms: 200, bytes: 1000 });
    expect(await ask({ url, trusted: true })).toEqual({
      kind: "unreachable",
      why: "did not answer within 0.2 s",
    });
  });

  it("ends when the server answers too much", async () => {
    const url = await serverThat((_, response) => void response.end("x".repeat(3_000_000)));
    const ask = askWith(clients, PLAIN_HTTP, { ms: 10_000, bytes: 2 ** 20 });
    expect(await ask({ url, trusted: true })).toEqual({ kind: "odd", why: "answered more than 1 MiB" });
  });

  it("follows no redirect", async () => {
    const asked: string[] = [];
    const url = await serverThat((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(302, { location: "/elsewhere" }).end();
    });
    const answer = await askWith(clients, PLAIN_HTTP)({ url: `${url}/here`, trusted: true });
    expect({ asked, answer }).toMatchObject({ asked: ["/here"], answer: { status: 302 } });
  });

  it("gives the credentials to servers that the user named, and to no other", async () => {
    const given: (string | undefined)[] = [];
    const url = await serverThat((request, response) => {
      given.push(request.headers.authorization);
      response.end();
    });
    const ask = askWith(clients, { authorization: "Bearer secret", tls: {} });
    await ask({ url, trusted: true });
    await ask({ url, trusted: false });
    expect(given).toEqual(["Bearer secret", undefined]);
  });
});
