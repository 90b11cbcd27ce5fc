import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { prepareArtifactRoot } from "../../src/evidence/artifact-root.js";
import { namesIn, textsIn } from "../support/file-tree.js";
import { leftOut } from "../support/left-out.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { watchedFileSystem } from "../support/watched-file-system.js";

function text(...path: string[]): string {
  return fs.readFileSync(join(...path), "utf8");
}

describe("prepareArtifactRoot", () => {
  it("gives the directory of the kind, made with all above it", () => {
    const artifactDir = join(temporaryDirectory(), "not", "there");
    const directory = prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(directory).toBe(join(artifactDir, "account_sync"));
    expect(fs.statSync(directory).isDirectory()).toBe(true);
  });

  it("puts a .gitignore of * on top where the directory is ours alone", () => {
    const artifactDir = join(temporaryDirectory(), "artifacts");
    const directory = prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("*\n");
    expect(namesIn(directory)).toEqual([]);
  });

  it.each(["account_sync", "account_sync_fire_drill"])("takes %s for our own", (own) => {
    const artifactDir = temporaryDirectory();
    fs.mkdirSync(join(artifactDir, own));
    prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("*\n");
  });

  it("puts it one level down where the directory also holds what is not evidence", () => {
    const artifactDir = temporaryDirectory();
    fs.writeFileSync(join(artifactDir, "coverage.html"), "theirs");
    const directory = prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(namesIn(artifactDir)).toEqual(["account_sync", "coverage.html"]);
    expect(textsIn(directory)).toEqual({ ".gitignore": "*\n" });
  });

  it("leaves a .gitignore on top as it is", () => {
    const artifactDir = temporaryDirectory();
    fs.writeFileSync(join(artifactDir, ".gitignore"), "# mine\n");
    const directory = prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(text(artifactDir, ".gitignore")).toBe("# mine\n");
    expect(namesIn(directory)).toEqual([]);
  });

  it("leaves a .gitignore one level down as it is", () => {
    const artifactDir = temporaryDirectory();
    fs.mkdirSync(join(artifactDir, "account_sync"));
    fs.writeFileSync(join(artifactDir, "other.txt"), "theirs");
    fs.writeFileSync(join(artifactDir, "account_sync", ".gitignore"), "# mine\n");
    prepareArtifactRoot(fs, artifactDir, "account_sync");
    expect(text(artifactDir, "account_sync", ".gitignore")).toBe("# mine\n");
    expect(namesIn(artifactDir)).toEqual(["account_sync", "other.txt"]);
  });

  it("changes nothing when it is called again", () => {
    const artifactDir = temporaryDirectory();
    prepareArtifactRoot(fs, artifactDir, "account_sync");
    prepareArtifactRoot(fs, artifactDir, "account_sync_fire_drill");
    expect(namesIn(artifactDir)).toEqual([".gitignore", "account_sync", "account_sync_fire_drill"]);
    expect(namesIn(join(artifactDir, "account_sync_fire_drill"))).toEqual([]);
  });

  it("does not mind another run that makes the directory at the same moment", () => {
    const artifactDir = join(temporaryDirectory(), "artifacts");
    const racing = watchedFileSystem((call) => {
      if (call.operation === "mkdirSync") fs.mkdirSync(call.path);
    });
    expect(namesIn(prepareArtifactRoot(racing, artifactDir, "account_sync"))).toEqual([]);
    expect(namesIn(artifactDir)).toEqual([".gitignore", "account_sync"]);
  });

  it("takes a link to a directory for the directory", () => {
    const parent = temporaryDirectory();
    fs.mkdirSync(join(parent, "real"));
    fs.symlinkSync("real", join(parent, "link"));
    prepareArtifactRoot(fs, join(parent, "link"), "account_sync");
    expect(namesIn(join(parent, "real"))).toEqual([".gitignore", "account_sync"]);
  });

  const hasProcfs = fs.existsSync("/proc/self");
  it.skipIf(leftOut(!hasProcfs, "a directory that cannot be made in procfs", "there is no /proc"))(
    "ends where the system says ENOENT below a directory that exists",
    () => {
      expect(() => prepareArtifactRoot(fs, "/proc/artifacts/deep", "account_sync")).toThrow("ENOENT");
    },
  );
});
