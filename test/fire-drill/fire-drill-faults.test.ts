import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { namesIn } from "../support/file-tree.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";
import {
  type Fault,
  failingFileSystem,
  systemError,
  watchedFileSystem,
} from "../support/watched-file-system.js";

const KIND = "account_sync_fire_drill";

/** Every evidence file is a write of its own; the first write is the .gitignore. */
const FAULTS: readonly Fault[] = [
  { operation: "mkdirSync", nth: 1, code: "EACCES" },
  { operation: "mkdirSync", nth: 2, code: "ENOSPC" },
  ...Array.from({ length: 14 }, (_, before) => ({
    operation: "writeFileSync",
    nth: before + 1,
    code: "ENOSPC",
  })),
  { operation: "fsync", nth: 13, code: "EIO" },
  { operation: "renameSync", nth: 1, code: "EACCES" },
  { operation: "fsyncSync", nth: 2, code: "EIO" },
];

describe("a fire drill that cannot write its evidence", () => {
  it.each(FAULTS)("leaves no directory: $code in call $nth of $operation", async (fault) => {
    const artifactDir = temporaryDirectory();
    const error = await thrownBy(() => fireDrill(artifactDir, { fs: failingFileSystem(fault) }));
    expect(error).toMatchObject({ name: "DrillError", code: "evidence_not_written" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });

  it("does not even begin to drill where the place cannot take evidence", async () => {
    const file = join(temporaryDirectory(), "a file");
    fs.writeFileSync(file, "mine");
    const syncer = new BundledSyncer("1");
    let resets = 0;
    syncer.reset = async () => {
      resets += 1;
    };
    expect(await thrownBy(() => fireDrill(file, { syncer }))).toMatchObject({ code: "evidence_not_written" });
    expect(resets).toBe(0);
  });

  it("tells the first error where the removal of what was written fails too", async () => {
    const faulty = watchedFileSystem((call) => {
      const isEvidence = call.operation === "writeFileSync" && call.path.endsWith("summary.txt");
      if (isEvidence || call.operation === "rmSync") throw systemError("EIO", call);
    });
    const error = await thrownBy(() => fireDrill(temporaryDirectory(), { fs: faulty }));
    expect(error).toMatchObject({ code: "evidence_not_written" });
    expect(error).toMatchObject({ message: expect.stringContaining("injected, writeFileSync") });
  });

  it("leaves no directory where git could not even be asked", async () => {
    const artifactDir = temporaryDirectory();
    const askGit = () => Promise.reject(new Error("no answer"));
    expect(await thrownBy(() => fireDrill(artifactDir, { askGit }))).toMatchObject({ message: "no answer" });
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });
});
