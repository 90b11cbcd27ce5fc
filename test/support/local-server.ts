import { once } from "node:events";
import type { Server } from "node:http";

/** Takes what is to be done when the test ends: `onTestFinished` of its own context, or `afterAll`. */
export type AtEnd = (dispose: () => Promise<void>) => unknown;

/** Listens on a port of the system's choice. @returns the server's address. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}`;
}

/** Stops a server, also where a connection still waits for an answer. */
export async function stop(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
