import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { namesIn, textsIn } from "../../support/file-tree.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

const STARTED_AT = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const KIND = "account_sync_fire_drill";

function open(artifactDir: string, startedAt = STARTED_AT): EvidenceBundle {
  return EvidenceBundle.open(fs, { artifactDir, kind: KIND }, startedAt);
}

describe("EvidenceBundle", () => {
  it("puts the files and their checksums under the name of the start time", async () => {
    const artifactDir = temporaryDirectory();
    const bundle = open(artifactDir);
    bundle.add("drill_a_log.txt", "a\n");
    bundle.add("summary.txt", "s\n");
    await bundle.commit();
    expect(bundle.directory).toBe(join(artifactDir, KIND, "20260102T030405Z"));
    expect(textsIn(bundle.directory)).toEqual({
      "drill_a_log.txt": "a\n",
      "sha256sums.txt":
        "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7  drill_a_log.txt\n" +
        "cbc80bb5c0c0f8944bf73b3a429505ac5cde16644978bc9a1e74c5755f8ca556  summary.txt\n",
      "summary.txt": "s\n",
    });
  });

  it("keeps the files under a hidden name until the commit, and nothing under that name after it", async () => {
    const artifactDir = temporaryDirectory();
    const bundle = open(artifactDir);
    bundle.add("a.txt", "a");
    expect(namesIn(join(artifactDir, KIND))).toEqual([".20260102T030405Z.partial"]);
    await bundle.commit();
    expect(namesIn(join(artifactDir, KIND))).toEqual(["20260102T030405Z"]);
  });

  it("tells the files added so far", () => {
    const bundle = open(temporaryDirectory());
    bundle.add("a.txt", "a");
    expect([...bundle.files]).toEqual([["a.txt", "a"]]);
  });

  it("makes a missing artifact directory, however deep", async () => {
    const artifactDir = join(temporaryDirectory(), "deep", "er");
    const bundle = open(artifactDir);
    await bundle.commit();
    expect(namesIn(bundle.directory)).toEqual(["sha256sums.txt"]);
  });

  it("gives runs of the same second names of their own, whether committed or still running", async () => {
    const artifactDir = temporaryDirectory();
    const first = open(artifactDir);
    const second = open(artifactDir, STARTED_AT + 300);
    await first.commit();
    const third = open(artifactDir, STARTED_AT - 600);
    await third.commit();
    await second.commit();
    expect(namesIn(join(artifactDir, KIND))).toEqual([
      "20260102T030405Z",
      "20260102T030405Z-2",
      "20260102T030405Z-3",
    ]);
  });

  it("leaves the evidence of an earlier run of the same second untouched when it is aborted", async () => {
    const artifactDir = temporaryDirectory();
    const first = open(artifactDir);
    first.add("a.txt", "first");
    await first.commit();
    const second = open(artifactDir);
    second.add("a.txt", "second");
    second.abort();
    expect(namesIn(join(artifactDir, KIND))).toEqual(["20260102T030405Z"]);
    expect(textsIn(first.directory)["a.txt"]).toBe("first");
  });

  it("leaves no trace of an aborted run but the directory of its kind", () => {
    const artifactDir = temporaryDirectory();
    const bundle = open(artifactDir);
    bundle.add("a.txt", "a");
    bundle.abort();
    expect(namesIn(artifactDir)).toEqual([".gitignore", KIND]);
    expect(namesIn(join(artifactDir, KIND))).toEqual([]);
  });

  it("writes text with unpaired surrogates so that its checksum still holds", async () => {
    const bundle = open(temporaryDirectory());
    bundle.add("a.txt", "lone \ud800 and \udfff, paired \ud83d\ude00");
    await bundle.commit();
    expect(verifyEvidence(fs, bundle.directory)).toMatchObject({ damage: [], intact: 1 });
  });
});
