import type { ServerResponse } from "node:http";

/** An answer that says what is wrong. */
export interface Refusal {
  readonly kind: "status";
  readonly status: number;
  readonly body: unknown;
  /** In place of the body as JSON. */
  readonly text?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What goes wrong with a request. */
export type Fault =
  | Refusal
  /** The connection is reset before anything was done. */
  | { readonly kind: "reset" }
  /** Everything is done, and the connection is reset before the answer. */
  | { readonly kind: "lost_answer" }
  /** No answer ever. */
  | { readonly kind: "silence" }
  /** Half of a JSON text, with the status of an answer that goes well. */
  | { readonly kind: "malformed" };

export const RESET = { kind: "reset" } as const;
export const LOST_ANSWER = { kind: "lost_answer" } as const;
export const SILENCE = { kind: "silence" } as const;
export const MALFORMED = { kind: "malformed" } as const;

/** Makes the fault happen. */
export function perform(fault: Exclude<Fault, typeof LOST_ANSWER>, response: ServerResponse): void {
  if (fault.kind === "silence") return;
  if (fault.kind === "reset") response.socket?.resetAndDestroy();
  else if (fault.kind === "malformed") {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end('{"id": 1, "html_');
  } else {
    const headers = { "content-type": "application/json; charset=utf-8", ...fault.headers };
    response.writeHead(fault.status, headers).end(fault.text ?? JSON.stringify(fault.body));
  }
}
