import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import type { SyncerIdentity } from "../drill/results.js";
import { DrillError, messageOf, systemCodeOf } from "../errors.js";
import { isRecord } from "../syncer/field-reader.js";
import { printable } from "../syncer/printable.js";
import { readMetrics, readSync, syncFields } from "./messages.js";
import { inSeconds, type TimeLimits } from "./time-limits.js";

const METHODS = ["reset", "sync", "metrics"] as const;
const MODULE = /\.[cm]?[jt]s$/;

type Method = (argument: object) => unknown;

/** Whether a `--syncer` names a module to load in process: one word that ends as JavaScript or TypeScript does. */
export function isModulePath(words: readonly string[]): boolean {
  return words.length === 1 && MODULE.test(words[0] ?? "");
}

/**
 * A syncer in a module, drilled in this process: its default export has `reset`, `sync` and `metrics`, or is a
 * function that makes such an object. They take and give what the protocol's messages hold. The snapshot is
 * handed over itself, not a copy, so that a drill can see whether it was changed.
 */
export class ModuleSyncer implements DrilledSyncer {
  readonly #path: string;
  readonly #limits: TimeLimits;
  #identity: SyncerIdentity;
  #methods: Readonly<Record<(typeof METHODS)[number], Method>> | null = null;

  constructor(path: string, limits: TimeLimits) {
    this.#path = path;
    this.#limits = limits;
    this.#identity = { name: printable(path), version: "unknown", language: "JavaScript" };
  }

  /** As its `name`, `version` and `language` say, where they do. */
  get identity(): SyncerIdentity {
    return this.#identity;
  }

  async reset(now: number): Promise<void> {
    if (this.#methods === null) await this.#within("loading", this.#limits.hello, () => this.#load());
    await this.#call("reset", { now });
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    return this.#within("sync", this.#limits.request, async () =>
      readSync(await this.#methods?.sync(syncFields(request))),
    );
  }

  async metrics(now: number): Promise<string> {
    return this.#within("metrics", this.#limits.request, async () =>
      readMetrics({ text: await this.#methods?.metrics({ now }) }),
    );
  }

  async #call(name: "reset", argument: object): Promise<void> {
    await this.#within(name, this.#limits.request, async () => this.#methods?.[name](argument));
  }

  async #load(): Promise<void> {
    const exported: unknown = await importDefault(this.#path);
    const syncer: unknown = typeof exported === "function" ? await exported() : exported;
    const fields: Readonly<Record<string, unknown>> = isRecord(syncer) ? syncer : {};
    const missing = METHODS.filter((name) => typeof fields[name] !== "function");
    if (missing.length > 0) {
      throw new Error(`its default export lacks ${missing.join(", ")}; see docs/protocol.md`);
    }
    const bound = (name: string): Method => {
      const method = fields[name];
      return (argument) => (typeof method === "function" ? method.call(syncer, argument) : undefined);
    };
    this.#methods = { reset: bound("reset"), sync: bound("sync"), metrics: bound("metrics") };
    const { name, version, language } = this.#identity;
    this.#identity = {
      name: textOr(fields.name, name),
      version: textOr(fields.version, version),
      language: textOr(fields.language, language),
    };
  }

  // An endless loop cannot be stopped from within the same process; a promise that never settles can be left.
  async #within<T>(what: string, limit: number, work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it did not come back within ${inSeconds(limit)}`)), limit);
    });
    try {
      return await Promise.race([work(), late]);
    } catch (cause) {
      const why = `${printable(this.#path)}: ${what}: ${printable(messageOf(cause))}`;
      throw new DrillError("syncer_broke_off", why, { cause });
    } finally {
      clearTimeout(timer);
    }
  }
}

async function importDefault(path: string): Promise<unknown> {
  const url = pathToFileURL(resolve(path)).href;
  try {
    const namespace: unknown = await import(url);
    return isRecord(namespace) ? unwrapped(namespace.default) : undefined;
  } catch (cause) {
    if (systemCodeOf(cause) !== "ERR_UNKNOWN_FILE_EXTENSION") throw cause;
    const advice = "use Node.js 22.18 or later, or give a command that runs it";
    throw new Error(`this Node.js loads no TypeScript; ${advice}`, { cause });
  }
}

// What a compiler leaves of `export default` in a CommonJS module.
function unwrapped(exported: unknown): unknown {
  return isRecord(exported) && exported.__esModule === true ? exported.default : exported;
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value.slice(0, 200) : otherwise;
}
