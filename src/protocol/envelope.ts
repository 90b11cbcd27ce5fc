import { DrillError } from "../errors.js";
import { isRecord, nameOf } from "../syncer/field-reader.js";
import { printable, quoted } from "../syncer/printable.js";
import type { RequestType } from "./messages.js";

/** What a request is known by. */
export interface Envelope {
  readonly id: string;
  readonly type: RequestType;
}

/** What an answer `error` to a request is reported as. */
export type ErrorText = (type: RequestType, said: string) => string;

const MOST_ERROR_CHARACTERS = 500;

/**
 * Reads one line as the reply to the outstanding request.
 *
 * @param outstanding null where nothing was asked, or all was answered.
 * @throws DrillError `syncer_broke_off` where it is anything else: the session cannot be trusted any more.
 */
export function readReply(
  line: string,
  outstanding: Envelope | null,
  errorText: ErrorText = answeredWithError,
): Readonly<Record<string, unknown>> {
  const reply = parseLine(line);
  if (outstanding === null || outstanding.type === "bye") {
    throw breach(`a reply that nobody asked for, with id ${nameOf(reply.id)}`);
  }
  if (reply.id !== outstanding.id) throw breach(whyWrongId(reply.id, outstanding));
  if (reply.type === "error") throw answeredError(reply, outstanding, errorText);
  if (reply.type !== `${outstanding.type}_ok`) {
    throw breach(`expected type ${outstanding.type}_ok or error, got ${nameOf(reply.type)}`);
  }
  return reply;
}

/** What a program's answer `error` is reported as. */
export function answeredWithError(type: RequestType, said: string): string {
  return `it answered ${type} with error ${said}`;
}

/** A reply whose fields are wrong. */
export function badFields(type: RequestType, what: string): DrillError {
  return breach(`${type}_ok: ${what}`);
}

function breach(what: string): DrillError {
  return new DrillError("syncer_broke_off", `it broke the protocol: ${what}`);
}

function parseLine(line: string): Readonly<Record<string, unknown>> {
  const reply = parseOrUndefined(line);
  if (isRecord(reply)) return reply;
  const advice = "print nothing but replies to standard output; logs go to standard error";
  throw breach(`a line is not a JSON object: ${quoted(line.slice(0, 80))}; ${advice}`);
}

function parseOrUndefined(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function whyWrongId(id: unknown, { type, id: wanted }: Envelope): string {
  const isEarlier = typeof id === "string" && /^[0-9]{1,9}$/.test(id) && Number(id) < Number(wanted);
  const what = isEarlier ? "a late or repeated reply" : "a reply with an unknown id";
  return `${what}: ${type} has id ${quoted(wanted)}, got ${nameOf(id)}; give each request's id back as it is`;
}

function answeredError(
  { code, message }: Readonly<Record<string, unknown>>,
  { type }: Envelope,
  errorText: ErrorText,
): DrillError {
  const said = [code, message].map((part) => (typeof part === "string" ? part : nameOf(part))).join(": ");
  const shown = printable(said.slice(0, MOST_ERROR_CHARACTERS));
  return new DrillError("syncer_broke_off", errorText(type, shown));
}
