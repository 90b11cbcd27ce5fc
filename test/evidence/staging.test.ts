import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isStagingName, stagingName, sweepDeadRuns } from "../../src/evidence/staging.js";
import { EvidenceBundle } from "../../src/evidence/write/bundle.js";
import { writtenEvidence } from "../support/evidence-directory.js";
import { namesIn } from "../support/file-tree.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";
import { verifyEvidence } from "../support/verify-evidence.js";
import { systemError, watchedFileSystem } from "../support/watched-file-system.js";

const NOW = Date.UTC(2026, 0, 3, 3, 4, 5);
const DEAD = ".20260102T030404Z.partial";

/** A directory with what a killed run of this name left. */
function withRest(name: string): string {
  const parent = temporaryDirectory();
  fs.mkdirSync(join(parent, name));
  fs.writeFileSync(join(parent, name, "summary.txt"), "passed");
  return parent;
}

describe("the name of a run's hidden directory", () => {
  it.each(["20260102T030405Z", "20260102T030405Z-2", "20260102T030405Z-1000"])("is known: %s", (name) => {
    expect(isStagingName(stagingName(name))).toBe(true);
  });

  it.each([
    "20260102T030405Z",
    "20260102T030405Z.partial",
    ".20260102T030405Z.partial.mine",
    ".mine.partial",
    ".partial",
  ])("is told from any other: %s", (name) => {
    expect(isStagingName(name)).toBe(false);
  });
});

describe("what killed runs left", () => {
  it.each([
    { name: "began over a day ago", rest: DEAD, stays: false },
    { name: "began over a day ago, second of its second", rest: ".20260102T030404Z-2.partial", stays: false },
    { name: "was being swept when the sweep was killed", rest: `${DEAD}.swept`, stays: false },
    { name: "began a day ago to the second", rest: ".20260102T030405Z.partial", stays: true },
    { name: "began in what is the future here", rest: ".20990101T000000Z.partial", stays: true },
    { name: "is evidence", rest: "20200101T000000Z", stays: true },
    { name: "is somebody else's", rest: ".20200101T000000Z.partial.mine", stays: true },
  ])("is swept only where nobody can be at work on it: $name", ({ rest, stays }) => {
    const parent = withRest(rest);
    sweepDeadRuns(fs, parent, NOW);
    expect(namesIn(parent)).toEqual(stays ? [rest] : []);
  });

  it("is swept by the next run", async () => {
    const artifactDir = temporaryDirectory();
    const parent = join(artifactDir, "account_sync");
    fs.mkdirSync(join(parent, DEAD), { recursive: true });
    const bundle = EvidenceBundle.open(fs, { artifactDir, kind: "account_sync" }, NOW);
    await bundle.commit();
    expect(namesIn(parent)).toEqual(["20260103T030405Z"]);
  });

  it("is never removed through a link", () => {
    const target = withRest("kept");
    const parent = temporaryDirectory();
    fs.symlinkSync(join(target, "kept"), join(parent, DEAD));
    sweepDeadRuns(fs, parent, NOW);
    expect(namesIn(parent)).toEqual([]);
    expect(namesIn(join(target, "kept"))).toEqual(["summary.txt"]);
  });

  it.each(["renameSync", "rmSync"])("stops no run where it cannot be removed: %s", (operation) => {
    const parent = withRest(DEAD);
    const unable = watchedFileSystem((call) => {
      if (call.operation === operation) throw systemError("EACCES", call);
    });
    sweepDeadRuns(unable, parent, NOW);
    expect(namesIn(parent)).toHaveLength(1);
    sweepDeadRuns(fs, parent, NOW);
    expect(namesIn(parent)).toEqual([]);
  });

  it("is hidden from its owner, should that live, before the first file of it goes", async () => {
    const artifactDir = temporaryDirectory();
    const owner = EvidenceBundle.open(fs, { artifactDir, kind: "account_sync" }, NOW);
    owner.add("a.txt", "a");
    const parent = join(artifactDir, "account_sync");
    const halfway = watchedFileSystem((call) => {
      if (call.operation === "rmSync") throw systemError("EIO", call);
    });
    sweepDeadRuns(halfway, parent, NOW + 2 * 24 * 3600 * 1000);
    expect(await thrownBy(() => owner.commit())).toMatchObject({ code: "evidence_not_written" });
    expect(namesIn(parent)).toEqual([".20260103T030405Z.partial.swept"]);
  });
});

describe("verify", () => {
  it.each([".20260102T030405Z.partial", ".20260102T030405Z-2.partial.swept"])(
    "takes what a run keeps until it ends for no evidence, however whole it looks: %s",
    async (name) => {
      const evidence = await writtenEvidence();
      const unfinished = join(temporaryDirectory(), name);
      fs.renameSync(evidence, unfinished);
      const link = join(temporaryDirectory(), "link");
      fs.symlinkSync(unfinished, link);
      for (const directory of [unfinished, `${unfinished}/`, link]) {
        const error = await thrownBy(() => verifyEvidence(fs, directory));
        expect(error).toMatchObject({
          code: "bad_input",
          message: expect.stringMatching(
            /: no evidence, but what a run keeps until it ends; .* was killed; give /,
          ),
        });
      }
    },
  );
});
