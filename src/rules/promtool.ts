import { execFile } from "node:child_process";
import type * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemCodeOf } from "../errors.js";

/** What `promtool test rules` said; null where there is no promtool. */
export type TestRules = (files: ReadonlyMap<string, string>, test: string) => Promise<string | null>;

interface TemporaryFiles extends Pick<typeof fs, "writeFileSync"> {
  readonly mkdtempSync: (prefix: string) => string;
  readonly rmSync: (path: string, options: { readonly recursive: true; readonly force: true }) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LONGEST_MS = 60_000;
const MOST_OUTPUT = 2 ** 24;

/** Runs promtool's tests in a directory of their own: `test` is one of `files`, and may refer to the others. */
export function testRulesWith(files: TemporaryFiles, env: Environment): TestRules {
  return async (texts, test) => {
    const directory = files.mkdtempSync(join(tmpdir(), "account-sync-drill-"));
    try {
      for (const [name, text] of texts) files.writeFileSync(join(directory, name), text);
      return await promtool(["test", "rules", test], directory, env);
    } finally {
      files.rmSync(directory, { recursive: true, force: true });
    }
  };
}

function promtool(args: readonly string[], cwd: string, env: Environment): Promise<string | null> {
  const options = { cwd, env: { ...env }, timeout: LONGEST_MS, maxBuffer: MOST_OUTPUT };
  return new Promise((resolve, reject) => {
    execFile("promtool", args, options, (error, stdout, stderr) => {
      if (systemCodeOf(error) === "ENOENT") resolve(null);
      // Its exit code says only that a test failed; its words say which.
      else if (error !== null && (error.killed || stdout + stderr === "")) reject(error);
      else resolve(stdout + stderr);
    });
  });
}
