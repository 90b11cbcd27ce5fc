import { Socket } from "node:net";
import { messageOf } from "../errors.js";
import { isRecord } from "../syncer/field-reader.js";
import { printable } from "../syncer/printable.js";
import { LineReader, MOST_LINE_BYTES } from "./line-reader.js";
import { type LoadedModule, loadModule } from "./load-module.js";
import { type RequestType, readMetrics, readSync } from "./messages.js";
import { CHANNEL_BESIDE } from "./program.js";

/** The first argument of a process that is to be the host of a module; the module's path follows. */
export const DRILLED_MODULE = "--drilled-module";

/** The part of its process that the host needs. */
export interface HostProcess {
  readonly argv: readonly string[];
  exit(code: number): unknown;
  removeAllListeners(event: "exit"): unknown;
}

type Request = Readonly<Record<string, unknown>>;

/** Whether this process was started to be the host of a module. */
export function isModuleHost({ argv }: Pick<HostProcess, "argv">): boolean {
  return argv[2] === DRILLED_MODULE;
}

/**
 * The other side of a drilled module: a process of its own that loads it, and speaks the protocol for it. What the
 * module does to its process (ends it, blocks it, patches what it reaches) it does to this one, and the drill sees no
 * more of it than of any program that answers, or does not.
 *
 * A `sync_ok` also holds the `snapshot` where the module changed the one that it was given, so that the drill sees it.
 */
export function hostModule(host: HostProcess): void {
  const channel = new Socket({ fd: CHANNEL_BESIDE, readable: true, writable: true });
  const hosted = new HostedModule(host.argv[3] ?? "");
  const reader = new LineReader();
  channel.on("data", (chunk: Buffer) => {
    for (const line of reader.push(chunk)) void answer(line);
  });
  channel.on("close", leave);

  // Whatever the module left running, or wants to do at its end.
  function leave(): void {
    host.removeAllListeners("exit");
    host.exit(0);
  }

  async function answer(line: string): Promise<void> {
    const request: unknown = JSON.parse(line);
    if (!isRecord(request)) return;
    if (request.type === "bye") leave();
    else channel.write(`${replyLine(request, await hosted.reply(request))}\n`);
  }
}

function replyLine({ id, type }: Request, reply: object): string {
  const line = JSON.stringify({ id, type: `${type}_ok`, ...reply });
  if (Buffer.byteLength(line) <= MOST_LINE_BYTES) return line;
  return JSON.stringify({ id, ...refusal(`${type}`, `its answer is longer than ${MOST_LINE_BYTES} bytes`) });
}

function refusal(code: string, message: string): object {
  return { type: "error", code, message: printable(message) };
}

class HostedModule {
  readonly #path: string;
  #module: LoadedModule | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** The fields of the reply, or of an `error`. Never rejects. */
  async reply(request: Request): Promise<object> {
    try {
      if (request.type === "hello") return await this.#hello();
      return await this.#call(request);
    } catch (error) {
      return refusal(request.type === "hello" ? "loading" : `${request.type}`, messageOf(error));
    }
  }

  async #hello(): Promise<object> {
    this.#module = await loadModule(this.#path);
    const { identity, said } = this.#module;
    return { ...said, implementation: identity };
  }

  async #call({ type, id: _, ...argument }: Request): Promise<object> {
    const module = this.#module;
    if (module === null) throw new Error("it is not loaded");
    const calls: Readonly<Record<string, () => Promise<object>>> = {
      reset: async () => {
        await module.reset(argument);
        return {};
      },
      sync: () => syncWith(module, argument),
      metrics: async () => ({ text: readMetrics({ text: await module.metrics(argument) }) }),
    } satisfies Readonly<Record<Exclude<RequestType, "hello" | "bye">, () => Promise<object>>>;
    const call = calls[String(type)];
    if (call === undefined) throw new Error(`no request ${type}`);
    return call();
  }
}

async function syncWith(module: LoadedModule, argument: Request): Promise<object> {
  const given = JSON.stringify(argument.snapshot);
  const { ok, mismatches, error, lastTs } = readSync(await module.sync(argument));
  const changed = JSON.stringify(argument.snapshot) === given ? {} : { snapshot: argument.snapshot };
  return { ok, mismatches, error, last_ts: lastTs, ...changed };
}
