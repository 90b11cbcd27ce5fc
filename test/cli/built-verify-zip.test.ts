import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zipOfDirectory } from "../support/artifacts/zip-of-directory.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

onThisNode((node) => {
  describe("the zip of an artifact", () => {
    it("is verified by the built command", () => {
      const cli = new BuiltCli(node);
      cli.run(["--only", "a"]);
      const kind = ".artifacts/account_sync_fire_drill";
      const directory = join(kind, readdirSync(cli.at(kind)).join());
      writeFileSync(cli.at("artifact.zip"), zipOfDirectory(cli.at(directory)));
      const [ofDirectory, ofZip] = [cli.run(["verify", directory]), cli.run(["verify", "artifact.zip"])];
      expect(ofZip).toEqual({
        exitCode: 0,
        stdout: ofDirectory.stdout.replace(directory, "artifact.zip"),
        stderr: "",
      });
    });
  });
});
