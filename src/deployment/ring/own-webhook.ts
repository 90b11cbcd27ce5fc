import type * as http from "node:http";
import { DrillError, messageOf, systemCodeOf } from "../../errors.js";
import { isRecord } from "../../syncer/field-reader.js";
import { printable } from "../../syncer/printable.js";

/** Where `--listen` listens. */
export interface ListenPlace {
  readonly host: string;
  readonly port: number;
}

/** What our own webhook was told of the drill. */
export interface OwnWebhook {
  /** Unix ms of the first notification that said so; null until then. */
  readonly seen: { firing: number | null; resolved: number | null };
  readonly close: () => void;
}

const MOST_BYTES = 2 ** 20;

/**
 * Listens for the drill's notifications. Any other is answered with 503 and so stays Alertmanager's to deliver: a
 * real page is never swallowed here.
 *
 * @throws DrillError `usage` where nothing can listen there.
 */
export function listenForDrill(
  { createServer }: Pick<typeof http, "createServer">,
  { host, port }: ListenPlace,
  id: string,
  clock: () => number,
): Promise<OwnWebhook> {
  const seen: OwnWebhook["seen"] = { firing: null, resolved: null };
  const server = createServer((request, response) => {
    notificationIn(request).then(
      (alerts) => {
        const ours = alerts.filter(({ drillId }) => drillId === id);
        for (const { status } of ours) seen[status] ??= clock();
        const isOursAlone = ours.length > 0 && ours.length === alerts.length;
        response.writeHead(isOursAlone ? 200 : 503).end();
      },
      () => response.writeHead(400).end(),
    );
  });
  server.requestTimeout = 10_000;
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const why =
        systemCodeOf(error) === "EADDRINUSE"
          ? "something listens there already"
          : printable(messageOf(error));
      reject(new DrillError("usage", `--listen ${host}:${port}: ${why}`, { cause: error }));
    });
    server.listen(port, host, () => {
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ seen, close });
    });
  });
}

interface ToldAlert {
  readonly status: "firing" | "resolved";
  readonly drillId: string;
}

async function notificationIn(request: http.IncomingMessage): Promise<ToldAlert[]> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("too much");
    chunks.push(Buffer.from(chunk));
  }
  const document: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const alerts: unknown = isRecord(document) ? document.alerts : undefined;
  return (Array.isArray(alerts) ? alerts : []).map((alert: unknown) => {
    const fields = isRecord(alert) ? alert : {};
    const labels = isRecord(fields.labels) ? fields.labels : {};
    return {
      status: fields.status === "resolved" ? "resolved" : "firing",
      drillId: String(labels.drill_id ?? ""),
    };
  });
}
