import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Does work in a new git repository that ignores `.artifacts`, as users run the drill: its guard asks git there.
 *
 * @param work takes the repository's directory.
 */
export async function* inRepository(work) {
  const directory = mkdtempSync(join(tmpdir(), "drill-bench-"));
  try {
    execFileSync("git", ["init", "--quiet", directory]);
    writeFileSync(join(directory, ".gitignore"), ".artifacts/\n");
    yield* work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
