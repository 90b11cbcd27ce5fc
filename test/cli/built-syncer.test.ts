import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { HOSTILE_PROGRAMS, programSource } from "../support/hostile-programs.js";
import { onEachNode } from "../support/node-versions.js";
import { leftOfGroup } from "../support/process-group.js";
import { BuiltCli } from "../support/run-cli.js";

const EVIDENCE = [".artifacts", "account_sync_fire_drill"];
/** Tells its process group, then never answers a sync. */
const HANGING = `require("node:fs").writeFileSync("group", String(process.pid)); ${
  HOSTILE_PROGRAMS.find(({ name }) => name === "leaves grandchildren behind and hangs")?.script ?? ""
}`;

function evidenceOf(cli: BuiltCli): string[] {
  return readdirSync(cli.at(...EVIDENCE)).flatMap((name) => readdirSync(cli.at(...EVIDENCE, name)));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

onEachNode((node) => {
  describe("the built command, told to stop while it drills a program,", () => {
    it.each(["SIGINT", "SIGTERM"] as const)(
      "by %s, kills the group, says so in one line and ends by that signal",
      async (signal) => {
        const cli = new BuiltCli(node);
        writeFileSync(cli.at("program.cjs"), programSource(HANGING));
        const drill = spawn(node, ["dist/cli.js", "--syncer", `'${node}' program.cjs`], {
          cwd: cli.directory,
          env: { PATH: process.env.PATH ?? "" },
          stdio: ["ignore", "ignore", "pipe"],
        });
        const said = text(drill.stderr);
        const ended = new Promise((resolve) => drill.on("exit", (...how) => resolve(how)));
        await until(() => existsSync(cli.at("group")) && readFileSync(cli.at("group")).length > 0);
        const group = Number(readFileSync(cli.at("group"), "utf8"));
        drill.kill(signal);
        expect(await ended).toEqual([null, signal]);
        expect(await said).toBe(
          `account-sync-drill: stopped by ${signal} before the evidence was whole: none was left; run it again\n`,
        );
        expect(await leftOfGroup(group)).toEqual([]);
        expect(readdirSync(cli.at(...EVIDENCE))).toEqual([]);
      },
    );
  });

  describe("the built command", () => {
    it("ends, though a module that it drilled left something running", () => {
      const cli = new BuiltCli(node);
      const methods =
        'reset() {}, sync: () => ({ ok: true, mismatches: [], error: null, last_ts: 2000 }), metrics: () => ""';
      writeFileSync(cli.at("mine.mjs"), `setInterval(() => {}, 1000);\nexport default { ${methods} };\n`);
      const { exitCode, stdout } = cli.run(["--syncer", "./mine.mjs", "--only", "a"]);
      expect(exitCode).toBe(1);
      expect(stdout).toContain("  PASS: sync is ok");
    });

    it("keeps what a program writes to standard error in a file of its own", () => {
      const cli = new BuiltCli(node);
      writeFileSync(cli.at("program.cjs"), programSource('console.error("loaded");'));
      cli.run(["--syncer", `'${node}' program.cjs`]);
      expect(evidenceOf(cli)).toContain("syncer_stderr.txt");
    });
  });
});
