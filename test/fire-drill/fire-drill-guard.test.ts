import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { resultsLine } from "../../src/drill/results.js";
import type { FireDrillOutcome } from "../../src/fire-drill/fire-drill.js";
import { askGitWith } from "../../src/fire-drill/git-status.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { commitAll, GIT_ENVIRONMENT, GIT_IS_MISSING, newRepository } from "../support/git-repository.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const askGit = askGitWith(fs, GIT_ENVIRONMENT);

function guardOf({ report }: FireDrillOutcome) {
  return report.drills.find(({ id }) => id === "guard")?.checks[0];
}

describe.skipIf(GIT_IS_MISSING)("the guard of a fire drill in a repository", () => {
  it("passes in a new artifact directory, and on every later run", async () => {
    const artifactDir = join(newRepository(), ".artifacts");
    for (let run = 1; run <= 3; run++) {
      expect(guardOf(await fireDrill(artifactDir, { askGit }))?.status).toBe("passed");
    }
  });

  it("passes in a directory of the user's own, and leaves what is theirs in sight", async () => {
    const repository = newRepository();
    fs.mkdirSync(join(repository, "out"));
    fs.writeFileSync(join(repository, "out", "theirs.txt"), "theirs");
    commitAll(repository);
    const outcome = await fireDrill(join(repository, "out"), { askGit });
    expect(guardOf(outcome)?.status).toBe("passed");
    fs.writeFileSync(join(repository, "out", "new.txt"), "theirs");
    expect(await askGit(join(repository, "out"))).toEqual({ kind: "status", lines: ["?? out/new.txt"] });
  });

  it("fails on the very first run where a committed .gitignore lets evidence show", async () => {
    const repository = newRepository();
    fs.mkdirSync(join(repository, ".artifacts"));
    fs.writeFileSync(join(repository, ".artifacts", ".gitignore"), "# nothing\n");
    commitAll(repository);
    const outcome = await fireDrill(join(repository, ".artifacts"), { askGit });
    expect(guardOf(outcome)).toMatchObject({
      status: "failed",
      actual: expect.stringMatching(/^\?\? .*account_sync_fire_drill\/$/),
    });
    expect(resultsLine(outcome.report)).toBe("=== Results: 33 passed, 1 failed, 0 skipped ===");
    expect(outcome.evidenceRef).toContain(" status=failed reason=exit_code_1 ");
  });
});

describe("the guard of a fire drill that git cannot answer", () => {
  it("is skipped, which fails nothing", async () => {
    const why = "git is not installed";
    const outcome = await fireDrill(temporaryDirectory(), { askGit: async () => ({ kind: "unknown", why }) });
    expect(guardOf(outcome)).toMatchObject({ status: "skipped", actual: why });
    expect(resultsLine(outcome.report)).toBe("=== Results: 33 passed, 0 failed, 1 skipped ===");
    expect(outcome.evidenceRef).not.toContain("status=failed");
  });
});
