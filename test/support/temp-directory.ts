import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { AtEnd } from "./local-server.js";

/**
 * A new directory of the running test's own, removed when the test ends.
 *
 * @param atEnd of the test's own context, where tests run at once.
 */
export function temporaryDirectory(atEnd: AtEnd = onTestFinished): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), "account-sync-drill-"));
  atEnd(async () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
