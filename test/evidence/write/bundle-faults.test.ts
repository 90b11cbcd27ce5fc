import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileSystem } from "../../../src/evidence/file-system.js";
import { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { namesIn } from "../../support/file-tree.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import {
  failingFileSystem,
  recordingFileSystem,
  systemError,
  watchedFileSystem,
} from "../../support/watched-file-system.js";

const KIND = "account_sync_fire_drill";
const FINAL_NAME = "19700101T000000Z";
const CODES = ["ENOSPC", "EACCES", "EIO"];
const NO_DIRECTORY_SYNC = ["EISDIR", "EPERM", "EINVAL"];
const FAULTS = [
  "mkdirSync",
  "readdirSync",
  "writeFileSync",
  "openSync",
  "fsync",
  "fsyncSync",
  "closeSync",
  "renameSync",
].flatMap((operation) => CODES.map((code) => ({ operation, code })));

async function writeEvidence(filesystem: FileSystem, artifactDir: string): Promise<string> {
  const bundle = EvidenceBundle.open(filesystem, { artifactDir, kind: KIND }, 0);
  bundle.add("drill_a_log.txt", "a\n");
  bundle.add("summary.txt", "s\n");
  await bundle.commit();
  return bundle.directory;
}

async function callsOf(operation: string): Promise<number> {
  const { fs: recorded, calls } = recordingFileSystem();
  await writeEvidence(recorded, temporaryDirectory());
  return calls.filter((call) => call.operation === operation).length;
}

describe("a fault while evidence is written", () => {
  it.each(FAULTS)(
    "$code in any call of $operation leaves no directory behind",
    async ({ operation, code }) => {
      const calls = await callsOf(operation);
      expect(calls).toBeGreaterThan(0);
      for (let nth = 1; nth <= calls; nth++) {
        const artifactDir = temporaryDirectory();
        const faulty = failingFileSystem({ operation, nth, code });
        const error = await thrownBy(() => writeEvidence(faulty, artifactDir));
        expect(error, `call ${nth}`).toMatchObject({ name: "DrillError", code: "evidence_not_written" });
        expect(error).toMatchObject({ message: expect.stringContaining(`${code}: injected`) });
        expect(error).toMatchObject({ cause: expect.objectContaining({ code }) });
        expect(namesIn(join(artifactDir, KIND)), `call ${nth}`).toEqual([]);
      }
    },
  );

  it.each(["ENOSPC", "EIO"])(
    "%s leaves no torn .gitignore, which later runs would take for the user's own",
    async (code) => {
      const artifactDir = temporaryDirectory();
      const where = (path: string) => path.endsWith(".gitignore");
      const faulty = failingFileSystem({ operation: "writeFileSync", nth: 1, code, where });
      await thrownBy(() => writeEvidence(faulty, artifactDir));
      expect(namesIn(artifactDir)).toEqual([KIND]);
    },
  );

  it("is told, not the failed removal of what was written", async () => {
    const faulty = watchedFileSystem((call) => {
      if (call.operation === "fsync" || call.operation === "rmSync") throw systemError("EIO", call);
    });
    const error = await thrownBy(() => writeEvidence(faulty, temporaryDirectory()));
    expect(error).toMatchObject({ code: "evidence_not_written" });
    expect(error).toMatchObject({ message: expect.stringContaining("EIO: injected, fsync ") });
  });

  it("never removes a directory that somebody else put under the name", async () => {
    const artifactDir = temporaryDirectory();
    const other = join(artifactDir, KIND, FINAL_NAME);
    const late = watchedFileSystem(({ operation, path }) => {
      if (operation !== "renameSync" || !path.endsWith(".partial")) return;
      fs.mkdirSync(other);
      fs.writeFileSync(join(other, "theirs.txt"), "theirs");
    });
    const error = await thrownBy(() => writeEvidence(late, artifactDir));
    expect(error).toMatchObject({ code: "evidence_not_written" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([FINAL_NAME]);
    expect(namesIn(other)).toEqual(["theirs.txt"]);
  });

  it("gives up after 1000 runs in one second", async () => {
    let claims = 0;
    const crowded = watchedFileSystem((call) => {
      if (call.operation !== "mkdirSync" || !call.path.endsWith(".partial")) return;
      claims += 1;
      throw systemError("EEXIST", call);
    });
    const error = await thrownBy(() => writeEvidence(crowded, temporaryDirectory()));
    expect(error).toMatchObject({ code: "evidence_not_written" });
    expect(error).toMatchObject({ message: expect.stringContaining("1000 runs in one second") });
    expect(claims).toBe(1000);
  });
});

describe("a system that cannot sync a directory", () => {
  it.each(NO_DIRECTORY_SYNC)("is let pass: %s", async (code) => {
    const artifactDir = temporaryDirectory();
    const unable = watchedFileSystem((call) => {
      if (call.operation === "fsyncSync") throw systemError(code, call);
    });
    expect(namesIn(await writeEvidence(unable, artifactDir))).toContain("sha256sums.txt");
  });

  it.each(NO_DIRECTORY_SYNC)("does not excuse a file that cannot be synced: %s", async (code) => {
    const faulty = failingFileSystem({ operation: "fsync", nth: 1, code });
    const error = await thrownBy(() => writeEvidence(faulty, temporaryDirectory()));
    expect(error).toMatchObject({ code: "evidence_not_written" });
  });
});
