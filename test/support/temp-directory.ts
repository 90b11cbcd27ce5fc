import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new directory of the running test's own, removed when the test ends. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), "account-sync-drill-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
