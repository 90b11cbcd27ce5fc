import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { writeBundle } from "../../../src/evidence/write/write-bundle.js";
import { namesIn } from "../../support/file-tree.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { verifyEvidence } from "../../support/verify-evidence.js";
import { systemError, watchedFileSystem } from "../../support/watched-file-system.js";

const KIND = "account_sync";
const FINAL = "19700101T000000Z";

async function fill(bundle: EvidenceBundle): Promise<string> {
  bundle.add("summary.txt", "s\n");
  await bundle.commit();
  return bundle.directory;
}

/** When each signal comes: before the nth call of an operation, the rename into place excepted. */
const MOMENTS = [
  { operation: "writeFileSync", nth: 2 },
  { operation: "fsync", nth: 1 },
  { operation: "fsync", nth: 2 },
];

describe("writeBundle", () => {
  it("gives what the work gives, with the evidence in place", async () => {
    const place = { artifactDir: temporaryDirectory(), kind: KIND };
    expect(verifyEvidence(fs, await writeBundle({ fs }, place, 0, fill)).damage).toEqual([]);
  });

  it("leaves nothing where the work fails, and says why it failed", async () => {
    const artifactDir = temporaryDirectory();
    const error = await thrownBy(() =>
      writeBundle({ fs }, { artifactDir, kind: KIND }, 0, async (bundle) => {
        bundle.add("a.txt", "a");
        throw new Error("mine");
      }),
    );
    expect(error).toMatchObject({ message: "mine" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });

  it.each(MOMENTS)(
    "leaves nothing where it is told to stop at $operation $nth",
    async ({ operation, nth }) => {
      const artifactDir = temporaryDirectory();
      let calls = 0;
      let stop = (_: string) => {};
      const stopped = new Promise<string>((resolve) => {
        stop = resolve;
      });
      const watched = watchedFileSystem((call) => {
        if (call.operation !== operation) return;
        calls += 1;
        if (calls === nth) stop("SIGINT");
      });
      const error = await thrownBy(() =>
        writeBundle({ fs: watched, stopped }, { artifactDir, kind: KIND }, 0, fill),
      );
      expect(error).toMatchObject({
        code: "interrupted",
        message: "stopped by SIGINT before the evidence was whole: none was left; run it again",
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(namesIn(join(artifactDir, KIND))).toEqual([]);
    },
  );

  it("takes nothing more once it was told to stop, so that a work which goes on starts nothing", async () => {
    const artifactDir = temporaryDirectory();
    let late: Promise<unknown> = Promise.resolve();
    const stopped = Promise.resolve("SIGTERM");
    const work = (bundle: EvidenceBundle) => {
      late = new Promise((resolve) => setTimeout(resolve, 10)).then(() => thrownBy(() => fill(bundle)));
      return late;
    };
    await thrownBy(() => writeBundle({ fs, stopped }, { artifactDir, kind: KIND }, 0, work));
    expect(await late).toMatchObject({ code: "evidence_not_written" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });

  it("keeps evidence that was in place before it was told to stop", async () => {
    const artifactDir = temporaryDirectory();
    let stop = (_: string) => {};
    const stopped = new Promise<string>((resolve) => {
      stop = resolve;
    });
    const watched = watchedFileSystem(
      () => {},
      ({ operation, path }) => {
        if (operation === "renameSync" && path.endsWith(".partial")) stop("SIGINT");
      },
    );
    const directory = await writeBundle({ fs: watched, stopped }, { artifactDir, kind: KIND }, 0, fill);
    expect(namesIn(join(artifactDir, KIND))).toEqual([FINAL]);
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
  });

  it("hides evidence again before it is removed file by file", async () => {
    const artifactDir = temporaryDirectory();
    const removed: string[] = [];
    const unsynced = watchedFileSystem((call) => {
      if (call.operation === "fsyncSync" && call.path === join(artifactDir, KIND))
        throw systemError("EIO", call);
      if (call.operation === "rmSync") removed.push(call.path);
    });
    await thrownBy(() => writeBundle({ fs: unsynced }, { artifactDir, kind: KIND }, 0, fill));
    expect(removed).toEqual([join(artifactDir, KIND, `.${FINAL}.partial`)]);
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });
});
