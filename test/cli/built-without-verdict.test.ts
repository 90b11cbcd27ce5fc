import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CHECKOUT } from "../support/documents.js";
import { onEachNode } from "../support/node-versions.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const NEVER_SYNCED = join(CHECKOUT, "test/support/never-synced.cjs");

onEachNode((node) => {
  describe("a process without a verdict", () => {
    it.each([
      { name: "as nothing is left to do", env: {}, why: "nothing was left to do" },
      {
        name: "as nobody catches what is thrown",
        env: { THROWS_LATER: "1" },
        why: "nobody\\u{a}catches this",
      },
    ])("ends the command with 3 and says so, $name", ({ env, why }) => {
      const args = [
        "--require",
        NEVER_SYNCED,
        join(CHECKOUT, "dist/cli.js"),
        "--artifact-dir",
        temporaryDirectory(),
      ];
      const { status, stderr } = spawnSync(node, args, {
        env: { PATH: process.env.PATH, ...env },
        encoding: "utf8",
      });
      expect({ status, stderr }).toEqual({
        status: 3,
        stderr: `account-sync-drill: ended without a verdict: ${why}\n`,
      });
    });
  });
});
