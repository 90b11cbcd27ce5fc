import { request as ask, createServer } from "node:http";
import { connect } from "node:net";
import { describe, it } from "vitest";
import { type AtEnd, listen, stop } from "../support/local-server.js";
import { NODE_24_IS_MISSING, PASSED, verdictOf, warningsOf } from "../support/runner/run-action.js";
import { bodiesOf, commentStage } from "../support/runner/stage.js";

const API = "http://api.github.test";

/** A proxy that knows the way to one host, which no name server knows. */
async function startProxy(atEnd: AtEnd, target: URL): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    asked.push(incoming.url ?? "");
    const { pathname, search } = new URL(incoming.url ?? "", API);
    const { method, headers } = incoming;
    const forwarded = ask({ port: target.port, path: pathname + search, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  server.on("connect", ({ url = "" }, socket) => {
    asked.push(url);
    const way = connect(Number(target.port), target.hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      way.pipe(socket).pipe(way);
    });
    way.on("error", () => socket.destroy());
    socket.on("error", () => way.destroy());
  });
  const url = await listen(server);
  atEnd(() => stop(server));
  return { url, asked };
}

describe.skipIf(NODE_24_IS_MISSING)("a runner that reaches GitHub only through a proxy", () => {
  it.concurrent("comments through it", async ({ onTestFinished, expect }) => {
    const { github, run } = await commentStage(onTestFinished);
    const proxy = await startProxy(onTestFinished, new URL(github.url));
    const ended = await run({ env: { GITHUB_API_URL: API, http_proxy: proxy.url } });

    expect(verdictOf(ended)).toEqual(PASSED);
    expect(warningsOf(ended)).toEqual([]);
    expect(bodiesOf(github)).toHaveLength(1);
    expect(proxy.asked.length).toBeGreaterThan(0);
  });

  it.concurrent("and that names none, hears that GitHub could not be reached", async (test) => {
    const { run } = await commentStage(test.onTestFinished);
    const ended = await run({ env: { GITHUB_API_URL: API }, inputs: { "reporting-timeout": "10" } });

    test.expect(verdictOf(ended)).toEqual(PASSED);
    test.expect(warningsOf(ended)).toEqual([test.expect.stringContaining("GitHub could not be reached")]);
  });
});
