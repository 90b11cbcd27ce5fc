import { createServer, type RequestListener } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen, stop } from "../support/local-server.js";
import { runHere } from "../support/run-cli.js";

const json =
  (document: unknown): RequestListener =>
  (_, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(document));
  };
const status =
  (code: number, text: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, { "content-type": "text/plain", ...headers }).end(text);

/** What may stand where a Prometheus or an Alertmanager is expected, and what is said of it. */
const ODD: readonly { name: string; answer: RequestListener; says: RegExp }[] = [
  { name: "401", answer: status(401, "Unauthorized"), says: /answered 401: it wants other credentials/ },
  { name: "403", answer: status(403, "Forbidden"), says: /answered 403: it wants other credentials/ },
  {
    name: "404 under a path prefix",
    answer: status(404, "404 page not found"),
    says: /answered 404: .*path prefix/,
  },
  { name: "500", answer: status(500, "oops"), says: /answered 500$/ },
  {
    name: "a login page",
    answer: status(200, "<!doctype html><title>Log in</title>", { "content-type": "text/html" }),
    says: /answered HTML \(a login page\?\)/,
  },
  {
    name: "a redirect with a token",
    answer: status(302, "", { location: "https://login.example/?token=SECRET" }),
    says: /answered 302, a redirect to https:\/\/login\.example\/, which is not followed/,
  },
  { name: "a reset", answer: (request) => void request.socket.destroy(), says: /broke the connection/ },
  {
    name: "half an answer",
    answer: (_, response) => halfAnAnswer(response),
    says: /broke the connection|could not be asked/,
  },
  { name: "other JSON", answer: json({ hello: 1 }), says: /answered JSON of another shape/ },
  { name: "a JSON list", answer: json([1]), says: /answered JSON of another shape/ },
  { name: "no JSON", answer: status(200, "pong"), says: /answered text that is not JSON/ },
  { name: "nothing", answer: status(200, ""), says: /answered text that is not JSON/ },
  {
    name: "a line break in an error",
    answer: json({ status: "a\nb" }),
    says: /answered JSON of another shape/,
  },
];

function halfAnAnswer(response: Parameters<RequestListener>[1]): void {
  response.writeHead(200, { "content-length": "1000" });
  response.write("{");
  setTimeout(() => response.destroy(), 20);
}

async function serverThat(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  onTestFinished(() => stop(server));
  return listen(server);
}

const vector = { status: "success", data: { resultType: "vector", result: [] } };

/** A query frontend: it answers queries, and knows nothing else. */
const frontend: RequestListener = (request, response) =>
  request.url?.startsWith("/api/v1/query") === true
    ? json(vector)(request, response)
    : status(404, "404 page not found")(request, response);

describe("a server that is not what it was taken for", () => {
  it.each(ODD)(
    "is one line and exit 3, as Prometheus and as Alertmanager: $name",
    async ({ answer, says }) => {
      const url = await serverThat(answer);
      const { exitCode, stdout, stderr } = await runHere([
        "check",
        "--prometheus",
        url,
        "--alertmanager",
        url,
      ]);
      expect({ exitCode, stdout, lines: stderr.split("\n").length }).toEqual({
        exitCode: 3,
        stdout: "",
        lines: 2,
      });
      expect(stderr.trimEnd()).toMatch(says);
      expect(stderr).toContain(`--prometheus ${url}/api/v1/query`);
      expect(stderr).not.toContain("SECRET");
    },
  );

  it("is named by its own option where it is the Alertmanager", async () => {
    const [prometheus, other] = [await serverThat(healthyPrometheus), await serverThat(status(403, "no"))];
    const run = await runHere(["check", "--prometheus", prometheus, "--alertmanager", other]);
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toBe(
      `account-sync-drill: --alertmanager ${other}/api/v2/status answered 403: it wants other credentials (--http-config)\n`,
    );
  });

  it("is told from a Prometheus where it is only a query frontend", async () => {
    const url = await serverThat(frontend);
    const { exitCode, stderr } = await runHere(["check", "--prometheus", url, "--alertmanager", url]);
    expect(exitCode).toBe(3);
    expect(stderr).toMatch(/knows neither targets nor rules: a query frontend\?/);
  });

  it("is not rung either", async () => {
    const url = await serverThat(status(401, "no"));
    const { exitCode, stdout, stderr } = await runHere([
      ...["ring", "--prometheus", url, "--alertmanager", url, "--receiver", "desk"],
    ]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(/answered 401/);
  });

  it("may not be there at all", async () => {
    const url = "http://127.0.0.1:1";
    const { exitCode, stderr } = await runHere(["check", "--prometheus", url, "--alertmanager", url]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 3,
      stderr:
        "account-sync-drill: --prometheus http://127.0.0.1:1/api/v1/query does not answer: connection refused\n",
    });
  });
});

const healthyPrometheus: RequestListener = (request, response) => {
  const path = request.url ?? "";
  const data: Record<string, unknown> = {
    "/api/v1/query": vector.data,
    "/api/v1/targets": { activeTargets: [] },
    "/api/v1/rules": { groups: [] },
    "/api/v1/alertmanagers": { activeAlertmanagers: [] },
  };
  const found = Object.entries(data).find(([start]) => path.startsWith(start));
  if (found === undefined) status(404, "no")(request, response);
  else json({ status: "success", data: found[1] })(request, response);
};
