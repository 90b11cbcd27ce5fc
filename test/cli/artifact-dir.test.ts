import { describe, expect, it } from "vitest";
import { parseArguments } from "../../src/cli/arguments.js";
import { artifactDirOf } from "../../src/cli/artifact-dir.js";
import { madeOutside } from "../support/run-cli.js";
import { thrownBy } from "../support/thrown-by.js";

function chosen(args: readonly string[], env: Readonly<Record<string, string>>): string {
  return artifactDirOf(parseArguments(args, { "artifact-dir": { type: "string" } }, 0), madeOutside({ env }));
}

describe("artifactDirOf", () => {
  it.each([
    {
      name: "the option goes before the environment",
      args: ["--artifact-dir", "a"],
      GRINDER_ARTIFACT_DIR: "b",
      is: "a",
    },
    { name: "the environment goes before the default", args: [], GRINDER_ARTIFACT_DIR: "b", is: "b" },
    { name: "an empty environment counts as none", args: [], GRINDER_ARTIFACT_DIR: "", is: ".artifacts" },
    {
      name: "a path is taken as it was given",
      args: ["--artifact-dir=./x y/"],
      GRINDER_ARTIFACT_DIR: "",
      is: "./x y/",
    },
  ])("$name", ({ args, GRINDER_ARTIFACT_DIR, is }) => {
    expect(chosen(args, { GRINDER_ARTIFACT_DIR })).toBe(is);
  });

  it("is .artifacts where nothing was said", () => {
    expect(chosen([], {})).toBe(".artifacts");
  });

  it("refuses an option without text, even where the environment names a place", async () => {
    const error = await thrownBy(() => chosen(["--artifact-dir="], { GRINDER_ARTIFACT_DIR: "b" }));
    expect(error).toMatchObject({ code: "usage", message: expect.stringContaining("--artifact-dir") });
  });
});
