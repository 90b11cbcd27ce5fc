import { type ExecFileException, execFile } from "node:child_process";
import type * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messageOf, systemCodeOf } from "../errors.js";
import { printable } from "../syncer/printable.js";

/** What `promtool test rules` said; null where there is no promtool. Never rejects. */
export type TestRules = (
  files: ReadonlyMap<string, string>,
  test: string,
) => Promise<string | null | NothingSaid>;

/** A promtool that said nothing that could be relied on. */
export interface NothingSaid {
  /** Whether it ran at all: what it then comes to may be due to what it was fed. */
  readonly hasRun: boolean;
  /** One line. */
  readonly why: string;
}

interface TemporaryFiles extends Pick<typeof fs, "writeFileSync"> {
  readonly mkdtempSync: (prefix: string) => string;
  readonly rmSync: (path: string, options: { readonly recursive: true; readonly force: true }) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LONGEST_MS = 60_000;
const MOST_OUTPUT = 2 ** 24;
const NOT_STARTED = new Set(["EACCES", "EPERM", "ENOEXEC", "EAGAIN", "ENOMEM", "E2BIG"]);

/**
 * Runs promtool's tests in a directory of their own: `test` is one of `files`, and may refer to the others.
 *
 * @param longestMs after which it is killed.
 */
export function testRulesWith(files: TemporaryFiles, env: Environment, longestMs = LONGEST_MS): TestRules {
  return async (texts, test) => {
    let directory: string | null = null;
    try {
      directory = files.mkdtempSync(join(tmpdir(), "account-sync-drill-"));
      for (const [name, text] of texts) files.writeFileSync(join(directory, name), text);
      return await promtool(["test", "rules", test], directory, env, longestMs);
    } catch (error) {
      return { hasRun: false, why: `promtool has no place to run in: ${printable(messageOf(error))}` };
    } finally {
      if (directory !== null) removeQuietly(files, directory);
    }
  };
}

// What is left of it lies where the system cleans up.
function removeQuietly(files: TemporaryFiles, directory: string): void {
  try {
    files.rmSync(directory, { recursive: true, force: true });
  } catch {
    return;
  }
}

function promtool(
  args: readonly string[],
  cwd: string,
  env: Environment,
  timeout: number,
): ReturnType<TestRules> {
  const options = {
    cwd,
    env: { ...env },
    timeout,
    maxBuffer: MOST_OUTPUT,
    killSignal: "SIGKILL",
  } as const;
  return new Promise((resolve) => {
    execFile("promtool", args, options, (error, stdout, stderr) => {
      resolve(systemCodeOf(error) === "ENOENT" ? null : whatCame(error, stdout + stderr, timeout));
    });
  });
}

// Its exit code says only that a test failed; its words say which.
function whatCame(error: ExecFileException | null, said: string, timeout: number): string | NothingSaid {
  const code = systemCodeOf(error) ?? "";
  if (NOT_STARTED.has(code)) return { hasRun: false, why: `promtool cannot be started: ${code}` };
  if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER")
    return { hasRun: true, why: `promtool printed more than ${MOST_OUTPUT} bytes` };
  if (error?.killed === true) return { hasRun: true, why: `promtool did not end within ${timeout / 1000} s` };
  return said === "" ? { hasRun: true, why: silentEnd(error) } : said;
}

function silentEnd(error: ExecFileException | null): string {
  const isBySignal = typeof error?.signal === "string";
  const how = isBySignal ? `was ended by ${error.signal}` : `ended with exit code ${error?.code ?? 0}`;
  return `promtool ${how} and said nothing`;
}
