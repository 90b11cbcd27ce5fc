import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { BAD_PLACES, faultsOf } from "../support/bad-places.js";
import { leftOut } from "../support/left-out.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

const SAYS = /^account-sync-drill: evidence could not be written to \P{Cc}+\n$/u;

describe("an artifact directory that cannot be written", () => {
  for (const { name, leftOut: why, run } of BAD_PLACES) {
    it.skipIf(leftOut(why !== null, name, why ?? ""))(
      `${name}: exit code 3, one line, nothing written`,
      () => {
        expect(faultsOf(run(new BuiltCli(process.execPath)))).toEqual([]);
      },
    );
  }
});

onThisNode((node) => {
  describe("evidence that cannot be written", () => {
    it("a working directory that was removed: exit code 3, one line", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at("gone"));
      const line = 'cd gone && rmdir ../gone && "$NODE" "$SCRIPT"';
      const { exitCode, stdout, stderr } = cli.shell(line, { env: { SCRIPT: cli.script } });
      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 3,
        stdout: "",
        stderr: expect.stringMatching(SAYS),
      });
    });

    it("is the same for a sync: no verdict where the evidence asked for cannot be written", () => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("file"), "theirs");
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: "file" };
      const stdin = JSON.stringify(wireSnapshot());
      const { exitCode, stdout, stderr } = cli.run(["sync", "--snapshot", "-", "--json"], { stdin, env });
      expect({ exitCode, stdout, stderr }).toEqual({
        exitCode: 3,
        stdout: "",
        stderr: expect.stringMatching(SAYS),
      });
    });
  });
});
