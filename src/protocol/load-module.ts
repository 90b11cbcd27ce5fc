import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { SyncerIdentity } from "../drill/results.js";
import { systemCodeOf } from "../errors.js";
import { isRecord } from "../syncer/field-reader.js";
import { printable } from "../syncer/printable.js";
import { VERSION_1 } from "./hello.js";

const METHODS = ["reset", "sync", "metrics"] as const;
const MOST_CHARACTERS = 200;

type Method = (argument: object) => unknown;

/** A syncer that a module made. What its methods give is not looked at yet. */
export interface LoadedModule extends Readonly<Record<(typeof METHODS)[number], Method>> {
  readonly identity: SyncerIdentity;
  /** What it says of the protocol, as it says it: nothing of it is looked at yet. */
  readonly said: { readonly protocol: unknown; readonly takes: unknown; readonly settle: unknown };
}

/** Who a module is before it has said so, and where it never does. */
export function unnamedModule(path: string): SyncerIdentity {
  return { name: printable(path), version: "unknown", language: "JavaScript" };
}

/**
 * Loads a module into this process: its default export is the syncer, or a function that makes one.
 *
 * @throws whatever the module throws, and an Error where what it exports is no syncer.
 */
export async function loadModule(path: string): Promise<LoadedModule> {
  const exported: unknown = await importDefault(path);
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
  const { name, version, language } = unnamedModule(path);
  return {
    identity: {
      name: textOr(fields.name, name),
      version: textOr(fields.version, version),
      language: textOr(fields.language, language),
    },
    said: { protocol: fields.protocol ?? VERSION_1.version, takes: fields.takes, settle: fields.settle },
    reset: bound("reset"),
    sync: bound("sync"),
    metrics: bound("metrics"),
  };
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
  return typeof value === "string" && value !== "" ? value.slice(0, MOST_CHARACTERS) : otherwise;
}
