import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EvidenceBundle } from "../../../src/evidence/write/bundle.js";
import { findLinkOut } from "../../../src/evidence/write/link-out.js";
import { namesIn } from "../../support/file-tree.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";

const KIND = "account_sync";

/** A workspace with a link at `link` to `target`; `$out` stands for a directory beside it, and so does the link `hop`. */
function workspaceWith(link: string, target: string) {
  const root = temporaryDirectory();
  const [workspace, out] = [join(root, "workspace"), join(root, "out")];
  fs.mkdirSync(join(workspace, "a", "b"), { recursive: true });
  fs.mkdirSync(join(workspace, "inside"));
  fs.mkdirSync(out);
  fs.symlinkSync(out, join(workspace, "hop"));
  fs.symlinkSync(target.replace("$out", out), join(workspace, link));
  return { workspace, out };
}

describe("a link on the way to evidence", () => {
  it.each([
    { name: "is the artifact directory", link: "artifacts", target: "$out" },
    { name: "is the artifact directory, by a relative path", link: "artifacts", target: "../out" },
    { name: "is the artifact directory, by way of another link", link: "artifacts", target: "hop" },
    {
      name: "is above the artifact directory",
      link: "a/b/artifacts",
      target: "$out",
      place: "a/b/artifacts/deep",
    },
    { name: "is the directory of the kind", link: `a/b/${KIND}`, target: "$out", place: "a/b" },
  ])("that leads out of the workspace is found: it $name", ({ link, target, place = link }) => {
    const { workspace } = workspaceWith(link, target);
    const found = findLinkOut(fs, workspace, join(workspace, place, KIND));
    expect(found).toEqual({ link, target: fs.realpathSync(join(workspace, link)) });
  });

  it.each([
    { name: "leads elsewhere in the workspace", link: "artifacts", target: "inside" },
    { name: "leads to the workspace", link: "artifacts", target: "." },
    { name: "leads nowhere", link: "artifacts", target: "$out/nowhere" },
    { name: "leads to itself", link: "artifacts", target: "artifacts" },
    { name: "is not on the way", link: "other", target: "$out" },
    { name: "lies behind a name that begins with dots", link: "..other", target: "$out" },
  ])("is let pass where it $name", ({ link, target }) => {
    const { workspace } = workspaceWith(link, target);
    expect(findLinkOut(fs, workspace, join(workspace, "artifacts", KIND))).toBeNull();
  });

  it("is let pass outside the workspace: that place was chosen by its own words", () => {
    const { workspace, out } = workspaceWith("artifacts", "$out");
    fs.symlinkSync("/", join(out, KIND));
    expect(findLinkOut(fs, workspace, join(out, KIND))).toBeNull();
    expect(findLinkOut(fs, join(workspace, "a"), join(workspace, "artifacts"))).toBeNull();
  });

  it("is let pass where the workspace itself lies behind it", () => {
    const { workspace } = workspaceWith("other", "inside");
    const alias = join(temporaryDirectory(), "alias");
    fs.symlinkSync(workspace, alias);
    expect(findLinkOut(fs, alias, join(alias, "artifacts", KIND))).toBeNull();
  });

  it("is refused in one line that says what it is and where it leads, and nothing is written there", async () => {
    const { workspace, out } = workspaceWith("artifacts", "$out");
    const place = { artifactDir: join(workspace, "artifacts"), kind: KIND, workspace };
    const error = await thrownBy(() => EvidenceBundle.open(fs, place, 0));
    expect(error).toMatchObject({ code: "evidence_not_written" });
    expect(error).toMatchObject({
      message:
        `evidence could not be written to ${place.artifactDir}: artifacts is a link that leads out of the ` +
        `workspace, to ${out}; free the place or choose another with --artifact-dir`,
    });
    expect(namesIn(out)).toEqual([]);
  });
});
