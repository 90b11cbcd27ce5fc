import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { type AtEnd, listen, stop } from "../local-server.js";
import { type Fault, perform, RESET } from "../server-fault.js";
import type { BlobStorage } from "./blob-storage.js";

/** A server in front of others: it hands on what it is asked, by its own address or as a proxy, and says what came. */
export interface Front {
  readonly url: string;
  /** Method and path of each request, in order; of a tunnel that was asked for, its host. */
  readonly requests: readonly string[];
  /** The storage as it is reached through this server. */
  readonly before: (storage: BlobStorage) => BlobStorage;
}

/** @param faults what goes wrong with the first requests, one after the other. A tunnel is never opened. */
export async function startFront(atEnd: AtEnd, faults: readonly Fault[] = []): Promise<Front> {
  const requests: string[] = [];
  let origin = "";
  const server = createServer(async (request, response) => {
    const fault = faults[requests.length];
    const target = new URL(request.url ?? "", origin === "" ? undefined : origin);
    requests.push(`${request.method} ${target.pathname}`);
    if (fault === undefined) return handOn(request, target, response, false);
    if (fault.kind === "lost_answer") return handOn(request, target, response, true);
    await request.toArray();
    perform(fault, response);
  });
  server.on("connect", (request, socket) => {
    requests.push(`${request.method} ${request.url}`);
    socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
  });
  const url = await listen(server);
  atEnd(() => stop(server));
  return {
    url,
    requests,
    before: (storage) => ({
      download: storage.download,
      uploadUrl: async (blob) => {
        const address = new URL(await storage.uploadUrl(blob));
        origin = address.origin;
        return `${url}${address.pathname}${address.search}`;
      },
    }),
  };
}

function handOn(request: IncomingMessage, target: URL, response: ServerResponse, isLost: boolean): void {
  const onward = send(target, { method: request.method, headers: { ...request.headers, host: target.host } });
  onward.on("response", (answer) => {
    if (isLost) return perform(RESET, response);
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => perform(RESET, response));
  request.pipe(onward);
}
