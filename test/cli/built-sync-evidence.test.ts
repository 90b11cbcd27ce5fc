import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { namesIn } from "../support/file-tree.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

onThisNode((node) => {
  describe("the evidence of a sync", () => {
    const healthy = JSON.stringify(wireSnapshot());

    it("is written where GRINDER_ACCOUNT_SYNC_EVIDENCE is on, and verify takes it", () => {
      const cli = new BuiltCli(node);
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "on", GRINDER_ARTIFACT_DIR: "from the environment" };
      const { exitCode, stdout } = cli.run(["sync", "--snapshot", "-"], { stdin: healthy, env });
      const directory = /^evidence: (.*)$/m.exec(stdout)?.[1] ?? "";
      expect(exitCode).toBe(0);
      expect(directory).toMatch(/^from the environment\/account_sync\/[0-9]{8}T[0-9]{6}Z$/);
      expect(cli.run(["verify", directory])).toMatchObject({ exitCode: 0, stderr: "" });
    });

    it("is not written where it is off", () => {
      const cli = new BuiltCli(node);
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "off" };
      expect(cli.run(["sync", "--snapshot", "-"], { stdin: healthy, env }).exitCode).toBe(0);
      expect(namesIn(cli.directory)).toEqual(["dist"]);
    });

    it("needs no evidence directory that can be written where it is off", () => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("file"), "");
      const env = { GRINDER_ARTIFACT_DIR: "file" };
      expect(cli.run(["sync", "--snapshot", "-"], { stdin: healthy, env })).toMatchObject({
        exitCode: 0,
        stderr: "",
      });
    });
  });
});
