import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { namesIn } from "../support/file-tree.js";
import { leftOut } from "../support/left-out.js";
import { onEachNode } from "../support/node-versions.js";
import { BuiltCli, type CliRun } from "../support/run-cli.js";

const isRoot = leftOut(process.getuid?.() === 0, "read-only directories", "root may write to them");
const noProcfs = leftOut(
  !existsSync("/proc/self"),
  "a file system that takes no directories",
  "no procfs here",
);

function expectNotWritten({ exitCode, stdout, stderr }: CliRun, place: string): void {
  expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
  expect(stderr).toMatch(/^account-sync-drill: evidence could not be written to \P{Cc}+\n$/u);
  expect(stderr).toContain(place);
  expect(stderr).not.toContain("    at ");
}

onEachNode((node) => {
  describe("an artifact directory that cannot be written", () => {
    it.each([
      { name: "a file in its place", place: "file" },
      { name: "a file above it", place: "file/deep/down" },
      { name: "a link to nowhere in its place", place: "link" },
      { name: "a device in its place", place: "/dev/null" },
      { name: "a name that is too long", place: "x".repeat(300) },
    ])("$name: exit code 3, one line, nothing written", ({ place }) => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("file"), "theirs");
      symlinkSync("nowhere", cli.at("link"));
      expectNotWritten(cli.run(["--artifact-dir", place]), place);
      expect(namesIn(cli.directory)).toEqual(["dist", "file", "link"]);
    });

    it("a file where the kind of evidence goes: exit code 3, one line, the file stays", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at(".artifacts"));
      writeFileSync(cli.at(".artifacts/account_sync_fire_drill"), "theirs");
      expectNotWritten(cli.run([]), ".artifacts");
      expect(namesIn(cli.at(".artifacts"))).toEqual(["account_sync_fire_drill"]);
    });

    it.skipIf(noProcfs)("a file system that takes no directories: exit code 3, one line, no hang", () => {
      expectNotWritten(new BuiltCli(node).run(["--artifact-dir", "/proc/nowhere/x"]), "/proc/nowhere");
    });

    it("a working directory that was removed: exit code 3, one line", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at("gone"));
      const run = cli.shell('cd gone && rmdir ../gone && "$NODE" "$SCRIPT"', { env: { SCRIPT: cli.script } });
      expectNotWritten(run, ".artifacts");
    });

    it.skipIf(isRoot)("a read-only directory: exit code 3, one line, nothing written", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at("kept"), { mode: 0o555 });
      expectNotWritten(cli.run(["--artifact-dir", "kept"]), "kept");
      expect(namesIn(cli.at("kept"))).toEqual([]);
    });

    it.skipIf(isRoot)("a directory of evidence that became read-only: what is there stays as it is", () => {
      const cli = new BuiltCli(node);
      cli.run([]);
      const kind = cli.at(".artifacts/account_sync_fire_drill");
      const before = namesIn(kind);
      chmodSync(kind, 0o555);
      expectNotWritten(cli.run([]), ".artifacts");
      expect(namesIn(kind)).toEqual(before);
      chmodSync(kind, 0o755);
    });

    it("is the same for a sync: no verdict where the evidence asked for cannot be written", () => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("file"), "theirs");
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: "file" };
      const stdin = JSON.stringify(wireSnapshot());
      expectNotWritten(cli.run(["sync", "--snapshot", "-", "--json"], { stdin, env }), "file");
    });
  });
});
