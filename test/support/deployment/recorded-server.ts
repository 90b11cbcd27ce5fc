import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { isRecord } from "../../../src/syncer/field-reader.js";
import { listen, stop } from "../local-server.js";
import type { Answers } from "./recorded.js";

/** A server of the running test's own that gives these answers, 404 to anything else, and 422 where the answer is Prometheus'
 * own error. @returns its address. */
export async function serve(answers: Answers): Promise<string> {
  const server = createServer((request, response) => {
    const answer = answers[(request.url ?? "").replace(/\?.*/, "")];
    const isText = typeof answer === "string";
    if (answer === undefined) response.statusCode = 404;
    if (isRecord(answer) && answer.status === "error") response.statusCode = 422;
    response.setHeader("content-type", isText ? "text/plain" : "application/json");
    response.end(isText ? answer : JSON.stringify(answer));
  });
  onTestFinished(() => stop(server));
  return listen(server);
}
