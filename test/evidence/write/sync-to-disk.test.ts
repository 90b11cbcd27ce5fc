import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { syncDirectory, syncFiles } from "../../../src/evidence/write/sync-to-disk.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { type FileCall, systemError, watchedFileSystem } from "../../support/watched-file-system.js";

function threeFiles(): string[] {
  const directory = temporaryDirectory();
  const paths = ["a", "b", "c"].map((name) => join(directory, name));
  for (const path of paths) writeFileSync(path, "text");
  return paths;
}

describe("syncFiles", () => {
  it("has all files on their way before it waits for the first", async () => {
    const events: string[] = [];
    const note = (moment: string) => (call: FileCall) => {
      if (call.operation === "fsync") events.push(moment);
    };
    await syncFiles(watchedFileSystem(note("begun"), note("ended")), threeFiles());
    expect(events).toEqual(["begun", "begun", "begun", "ended", "ended", "ended"]);
  });

  it("rejects with the first failure, once every file is closed again", async () => {
    const closed: string[] = [];
    const [first = "", second = "", third = ""] = threeFiles();
    const faulty = watchedFileSystem(
      (call) => {
        if (call.operation === "fsync" && call.path !== third) throw systemError("EIO", call);
      },
      (call) => {
        if (call.operation === "closeSync") closed.push(call.path);
      },
    );
    const error = await thrownBy(() => syncFiles(faulty, [first, second, third]));
    expect(error).toMatchObject({ code: "EIO", message: expect.stringContaining(`'${first}'`) });
    expect(closed.sort()).toEqual([first, second, third]);
  });

  it("rejects where a file is gone", async () => {
    const gone = join(temporaryDirectory(), "gone");
    expect(
      await thrownBy(() =>
        syncFiles(
          watchedFileSystem(() => {}),
          [gone],
        ),
      ),
    ).toMatchObject({ code: "ENOENT" });
  });
});

describe("syncDirectory", () => {
  it("closes the directory again where it cannot be synced", async () => {
    const closed: string[] = [];
    const directory = temporaryDirectory();
    const faulty = watchedFileSystem(
      (call) => {
        if (call.operation === "fsyncSync") throw systemError("EIO", call);
      },
      (call) => {
        if (call.operation === "closeSync") closed.push(call.path);
      },
    );
    expect(await thrownBy(() => syncDirectory(faulty, directory))).toMatchObject({ code: "EIO" });
    expect(closed).toEqual([directory]);
  });
});
