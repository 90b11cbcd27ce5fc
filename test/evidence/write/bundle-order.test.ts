import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { orderFaults } from "../../support/evidence-order.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { diskEventsOf, type FileCall, recordingFileSystem } from "../../support/watched-file-system.js";

const ORDERED = ["writeFileSync", "fsync", "fsyncSync", "renameSync"];

async function recordBundle(artifactDir: string): Promise<FileCall[]> {
  const { fs, calls } = recordingFileSystem();
  const bundle = EvidenceBundle.open(fs, { artifactDir, kind: "account_sync" }, 0);
  bundle.add("a.txt", "a");
  bundle.add("b.txt", "b");
  await bundle.commit();
  return calls;
}

describe("the order in which a bundle reaches the disk", () => {
  it("is write, sync of every file, sync of the directory, rename, sync of its parent", async () => {
    const artifactDir = temporaryDirectory();
    const parent = join(artifactDir, "account_sync");
    const staging = join(parent, ".19700101T000000Z.partial");
    const ended = (await recordBundle(artifactDir)).filter(({ operation }) => ORDERED.includes(operation));
    expect(ended.slice(0, 5)).toEqual([
      { operation: "writeFileSync", path: join(staging, ".gitignore") },
      { operation: "renameSync", path: join(staging, ".gitignore"), to: join(artifactDir, ".gitignore") },
      { operation: "writeFileSync", path: join(staging, "a.txt") },
      { operation: "writeFileSync", path: join(staging, "b.txt") },
      { operation: "writeFileSync", path: join(staging, "sha256sums.txt") },
    ]);
    const syncedFiles = ended.slice(5, 8);
    expect(syncedFiles.map(({ operation }) => operation)).toEqual(["fsync", "fsync", "fsync"]);
    expect(syncedFiles.map(({ path }) => basename(path)).sort()).toEqual([
      "a.txt",
      "b.txt",
      "sha256sums.txt",
    ]);
    expect(ended.slice(8)).toEqual([
      { operation: "fsyncSync", path: staging },
      { operation: "renameSync", path: staging, to: join(parent, "19700101T000000Z") },
      { operation: "fsyncSync", path: parent },
    ]);
  });

  it("is the same for the whole drill", async () => {
    const artifactDir = temporaryDirectory();
    const { fs, calls } = recordingFileSystem();
    await fireDrill(artifactDir, { fs });
    expect(orderFaults(diskEventsOf(calls), join(artifactDir, "account_sync_fire_drill"))).toEqual([]);
  });

  it("leaves no descriptor open", async () => {
    const calls = await recordBundle(temporaryDirectory());
    const pathsOf = (wanted: string) =>
      calls.flatMap(({ operation, path }) => (operation === wanted ? path : [])).sort();
    expect(pathsOf("openSync")).toHaveLength(5);
    expect(pathsOf("closeSync")).toEqual(pathsOf("openSync"));
  });
});
