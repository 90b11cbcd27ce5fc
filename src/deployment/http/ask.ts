import type * as http from "node:http";
import type * as https from "node:https";
import { messageOf, systemCodeOf } from "../../errors.js";
import { printable } from "../../syncer/printable.js";
import { type Answer, BrokenAnswer, type Refusal } from "./answer.js";
import type { HttpConfig } from "./http-config.js";

/** The one thing that is ever sent besides a GET: a drill's alert. */
export interface Question {
  readonly url: string;
  /** JSON to POST; without it this is a GET. */
  readonly json?: string;
  /** Whether the credentials go along: only to servers that the user named. */
  readonly trusted: boolean;
}

/** Asks a server once. It follows no redirect and never throws: what went wrong is a {@link Refusal}. */
export type Ask = (question: Question) => Promise<Answer | Refusal>;

/** How long and how much a server may answer. */
export interface AskLimits {
  readonly ms: number;
  readonly bytes: number;
}

/** What a healthy server stays far below. */
export const ASK_LIMITS: AskLimits = { ms: 10_000, bytes: 32 * 2 ** 20 };

/** Node's clients, passed in: loading them costs what the drill shall not pay. */
export interface HttpClients {
  readonly http: Pick<typeof http, "request">;
  readonly https: Pick<typeof https, "request">;
}

/** An {@link Ask} over Node's own clients. */
export function askWith(clients: HttpClients, config: HttpConfig, limits: AskLimits = ASK_LIMITS): Ask {
  return async (question) => {
    try {
      return await exchange(clients, config, limits, question);
    } catch (error) {
      return error instanceof BrokenAnswer ? error.refusal : unreachable(error, limits);
    }
  };
}

function exchange(
  clients: HttpClients,
  config: HttpConfig,
  limits: AskLimits,
  { url, json, trusted }: Question,
): Promise<Answer> {
  const isSecure = url.startsWith("https:");
  const { request } = isSecure ? clients.https : clients.http;
  const options = {
    method: json === undefined ? "GET" : "POST",
    headers: {
      accept: "application/json",
      "accept-encoding": "identity",
      ...(json === undefined
        ? {}
        : { "content-type": "application/json", "content-length": String(Buffer.byteLength(json)) }),
      ...(trusted && config.authorization !== null ? { authorization: config.authorization } : {}),
    },
    // No connection outlives its answer, so that none keeps the process.
    agent: false as const,
    signal: AbortSignal.timeout(limits.ms),
    ...(isSecure ? (trusted ? config.tls : withoutKey(config.tls)) : {}),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      bodyOf(response, limits.bytes).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      );
    });
    asked.on("error", reject);
    asked.end(json);
  });
}

function withoutKey({ cert: _cert, key: _key, ...tls }: HttpConfig["tls"]): HttpConfig["tls"] {
  return tls;
}

async function bodyOf(response: http.IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) {
      response.destroy();
      throw new BrokenAnswer({ kind: "odd", why: `answered more than ${most / 2 ** 20} MiB` });
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}

const BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: "does not answer: connection refused",
  ECONNRESET: "broke the connection",
  EPIPE: "broke the connection",
  ENOTFOUND: "has a name that is not known here",
  EAI_AGAIN: "has a name that could not be looked up",
  EHOSTUNREACH: "does not answer: no route to it",
  ENETUNREACH: "does not answer: no network to it",
  ETIMEDOUT: "does not answer: connecting took too long",
  EPROTO: "does not speak TLS here (https:// where it serves http?)",
  ERR_SSL_WRONG_VERSION_NUMBER: "does not speak TLS here (https:// where it serves http?)",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "does not speak TLS here (https:// where it serves http?)",
};

function unreachable(error: unknown, { ms }: AskLimits): Refusal {
  const isLate = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
  if (isLate) return { kind: "unreachable", why: `did not answer within ${ms / 1000} s` };
  const code = systemCodeOf(error) ?? "";
  const known = BY_CODE[code];
  if (known !== undefined) return { kind: "unreachable", why: known };
  const isParse = code.startsWith("HPE_");
  const why = isParse ? "does not speak HTTP here" : `could not be asked: ${printable(messageOf(error))}`;
  const isTls = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO|SSL/.test(code);
  return { kind: "unreachable", why: isTls ? `${why} (--http-config: tls_config takes a ca_file)` : why };
}
