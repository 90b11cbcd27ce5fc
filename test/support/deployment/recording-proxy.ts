import { createServer, request as forward } from "node:http";
import { listen, stop } from "../local-server.js";

/** A server between, that keeps what it was asked. */
export interface RecordingProxy {
  readonly url: string;
  /** `GET /api/v2/status`, queries left out. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** Passes everything on to a server. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = "", url = "", headers } = incoming;
    asked.push(`${method} ${url.replace(/\?.*/, "")}`);
    const passed = forward(`${target}${url}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    incoming.pipe(passed);
  });
  const url = await listen(server);
  return { url, asked, close: () => stop(server) };
}
