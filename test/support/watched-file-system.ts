import * as fs from "node:fs";
import type { FileSystem } from "../../src/evidence/file-system.js";
import type { DiskEvent } from "./evidence-order.js";

/** One call of a file system operation. A descriptor is shown as the path that it was opened with. */
export interface FileCall {
  readonly operation: string;
  readonly path: string;
  /** Where a rename leads to. */
  readonly to?: string;
}

type AnyFunction = (...args: never[]) => unknown;
type Watch = (call: FileCall) => void;

/**
 * The real file system, with `before` called ahead of each operation and `after` when it has ended. What
 * `before` throws, the operation throws, or hands to its callback where it has one.
 */
export function watchedFileSystem(before: Watch, after: Watch = () => {}): FileSystem {
  const opened = new Map<unknown, string>();
  return new Proxy<FileSystem>(
    { ...fs },
    {
      get(target, name) {
        const real: unknown = Reflect.get(target, name);
        if (!isFunction(real)) return real;
        return (...args: readonly unknown[]): unknown => {
          const path = opened.get(args[0]) ?? String(args[0]);
          const call = {
            operation: String(name),
            path,
            ...(name === "renameSync" ? { to: String(args[1]) } : {}),
          };
          const callback = args.at(-1);
          if (isFunction(callback)) {
            return callLater(
              real,
              args.slice(0, -1),
              callback,
              () => before(call),
              () => after(call),
            );
          }
          before(call);
          const result: unknown = Reflect.apply(real, target, args);
          if (name === "openSync") opened.set(result, call.path);
          after(call);
          return result;
        };
      },
    },
  );
}

function isFunction(value: unknown): value is AnyFunction {
  return typeof value === "function";
}

function callLater(
  real: AnyFunction,
  args: readonly unknown[],
  callback: AnyFunction,
  before: () => void,
  after: () => void,
): void {
  const end = (error: unknown) => {
    after();
    Reflect.apply(callback, undefined, [error]);
  };
  try {
    before();
  } catch (error) {
    setImmediate(end, error);
    return;
  }
  Reflect.apply(real, fs, [...args, end]);
}

/** The real file system, and the list of the calls that have ended. */
export function recordingFileSystem(): { readonly fs: FileSystem; readonly calls: FileCall[] } {
  const calls: FileCall[] = [];
  const record = (call: FileCall) => {
    calls.push(call);
  };
  return { fs: watchedFileSystem(() => {}, record), calls };
}

const WHATS: Readonly<Record<string, DiskEvent["what"]>> = {
  mkdirSync: "make",
  writeFileSync: "write",
  fsync: "sync",
  fsyncSync: "sync",
  renameSync: "rename",
};

/** Of these calls, what reached the disk. */
export function diskEventsOf(calls: readonly FileCall[]): DiskEvent[] {
  return calls.flatMap(({ operation, ...paths }) => {
    const what = WHATS[operation];
    return what === undefined ? [] : [{ what, ...paths }];
  });
}

/** Which call fails, and how. */
export interface Fault {
  readonly operation: string;
  /** From 1. */
  readonly nth: number;
  /** The system's code: ENOSPC, EACCES, EIO, ... */
  readonly code: string;
  /** Only calls whose path this accepts are counted. */
  readonly where?: (path: string) => boolean;
}

// A write that is refused leaves nothing; one that runs out of disk leaves a part.
const REFUSALS = ["EACCES", "EPERM", "EROFS"];

/** The real file system, except that the nth call of one operation fails. */
export function failingFileSystem({ operation, nth, code, where = () => true }: Fault): FileSystem {
  let calls = 0;
  return watchedFileSystem((call) => {
    if (call.operation !== operation || !where(call.path)) return;
    calls += 1;
    if (calls !== nth) return;
    const leavesPart = operation === "writeFileSync" && !REFUSALS.includes(code);
    if (leavesPart) fs.writeFileSync(call.path, "half a f");
    throw systemError(code, call);
  });
}

/** An error as node:fs throws it. */
export function systemError(code: string, { operation, path }: FileCall): Error {
  return Object.assign(new Error(`${code}: injected, ${operation} '${path}'`), { code });
}
