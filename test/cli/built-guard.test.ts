import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesIn } from "../support/file-tree.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

onThisNode((node) => {
  describe("the guard", () => {
    it("passes with no repository around", () => {
      const { stdout } = new BuiltCli(node).run(["--only", "a"]);
      expect(stdout).toContain("=== Artifact guard ===\n  PASS: ");
    });

    it("is skipped, and says why, in a repository where git is missing", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at(".git"));
      const { exitCode, stdout } = cli.run(["--only", "a"], { env: { PATH: cli.at("nowhere") } });
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/ {2}SKIP: .*\n {4}because: git is not installed\n/);
      expect(namesIn(cli.at(".artifacts/account_sync_fire_drill"))).toHaveLength(1);
    });
  });
});
