import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { withoutTheMoment } from "../golden/golden.js";
import { wireOrder, wireSnapshot } from "../support/accounts.js";
import { namesIn } from "../support/file-tree.js";
import { leftOut } from "../support/left-out.js";
import { onEachNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";
import { CHECKS } from "../support/suite-counts.js";

const noFullDevice = leftOut(
  !existsSync("/dev/full"),
  "output to a device that is full",
  "there is no /dev/full",
);
const KIND = ".artifacts/account_sync_fire_drill";
const HEALTHY = JSON.stringify(wireSnapshot());
const BROKEN = JSON.stringify(wireSnapshot({ open_orders: [wireOrder({ qty: "-1" })] }));

/** Fails unless there is evidence of one drill, and verify takes it. */
function expectEvidence(cli: BuiltCli): void {
  const [name = "", ...others] = namesIn(cli.at(KIND));
  expect(others).toEqual([]);
  expect(cli.run(["verify", `${KIND}/${name}`])).toMatchObject({ exitCode: 0, stderr: "" });
}

onEachNode((node) => {
  describe("--json", () => {
    it("of a drill: results.json, byte for byte, is all of stdout, and the text is on stderr", () => {
      const [cli, plain] = [new BuiltCli(node), new BuiltCli(node)];
      const { exitCode, stdout, stderr } = cli.run(["--json"]);
      expect(exitCode).toBe(0);
      const { result, totals, evidence_dir: directory } = JSON.parse(stdout);
      expect({ result, totals }).toEqual({
        result: "passed",
        totals: { passed: CHECKS, failed: 0, skipped: 0 },
      });
      expect(stdout).toBe(readFileSync(cli.at(directory, "results.json"), "utf8"));
      expect(withoutTheMoment(stderr)).toBe(withoutTheMoment(plain.run([]).stdout));
    });

    it.each([
      { name: "of a sync with mismatches", stdin: BROKEN, exitCode: 1, ok: false },
      { name: "of a sync without", stdin: HEALTHY, exitCode: 0, ok: true },
    ])("$name: one document, and the exit code says the same", ({ stdin, exitCode, ok }) => {
      const run = new BuiltCli(node).run(["sync", "--snapshot", "-", "--json"], { stdin });
      expect(run.exitCode).toBe(exitCode);
      expect(JSON.parse(run.stdout)).toMatchObject({ ok, error: null });
      expect(run.stderr).toMatch(/\nmismatches: [01]\n$/);
    });

    it("of verify: one document, and the text on stderr", () => {
      const cli = new BuiltCli(node);
      const { evidence_dir: directory } = JSON.parse(cli.run(["--json"]).stdout);
      writeFileSync(cli.at(directory, "added.txt"), "");
      const run = cli.run(["verify", directory, "--json"]);
      expect(run.exitCode).toBe(1);
      expect(JSON.parse(run.stdout)).toMatchObject({ result: "damaged", damage: [{ kind: "added" }] });
      expect(run.stderr).toMatch(/^ {2}ADDED: added\.txt: /);
    });

    it("says nothing on stdout where there is nothing to tell", () => {
      expect(new BuiltCli(node).run(["sync", "--snapshot", "nowhere", "--json"])).toMatchObject({
        exitCode: 2,
        stdout: "",
      });
    });
  });

  describe("a reader that stops early", () => {
    it("is no error: `| head -1` shows one line, and the evidence is whole", () => {
      const cli = new BuiltCli(node);
      const run = cli.shell('{ "$NODE" dist/cli.js; echo "exit code $?" >&2; } | head -1');
      expect(run).toEqual({
        exitCode: 0,
        stdout: expect.stringMatching(/^account-sync-drill .*\n$/),
        stderr: "exit code 0\n",
      });
      expectEvidence(cli);
    });

    it.each([
      { name: "stdout", args: [], closed: ["stdout"], exitCode: 0 },
      { name: "stdout with --json", args: ["--json"], closed: ["stdout"], exitCode: 0 },
      { name: "stderr with --json", args: ["--json"], closed: ["stderr"], exitCode: 0 },
      { name: "both", args: [], closed: ["stdout", "stderr"], exitCode: 0 },
    ] as const)("of $name, before the first byte: no stack trace, the evidence is whole", async (early) => {
      const cli = new BuiltCli(node);
      const child = spawn(node, ["dist/cli.js", ...early.args], {
        cwd: cli.directory,
        env: {},
        stdio: ["ignore", "pipe", "pipe"],
      });
      let heard = "";
      child.stdout.on("data", (data) => (heard += data));
      child.stderr.on("data", (data) => (heard += data));
      for (const stream of early.closed) child[stream].destroy();
      const [exitCode] = await once(child, "close");
      expect(exitCode).toBe(early.exitCode);
      expect(heard).not.toContain("    at ");
      expectEvidence(cli);
    });

    it("does not turn mismatches into a pass", () => {
      const cli = new BuiltCli(node);
      const line = '{ "$NODE" dist/cli.js sync --snapshot -; echo "exit code $?" >&2; } | true';
      expect(cli.shell(line, { stdin: BROKEN })).toMatchObject({ stderr: "exit code 1\n" });
    });
  });

  describe.skipIf(noFullDevice)("a device that is full", () => {
    it.each([
      { name: "a drill", line: '"$NODE" dist/cli.js >/dev/full' },
      { name: "a drill with --json", line: '"$NODE" dist/cli.js --json >/dev/full' },
      { name: "a drill with --json, whose text", line: '"$NODE" dist/cli.js --json 2>/dev/full' },
    ])("cannot take what is told of $name: exit code 3, and the evidence is whole", ({ line }) => {
      const cli = new BuiltCli(node);
      const run = cli.shell(line);
      expect(run.exitCode).toBe(3);
      expect(run.stdout + run.stderr).not.toContain("    at ");
      expectEvidence(cli);
    });

    it.each([
      { name: "mismatches", args: "sync --snapshot -", stdin: BROKEN },
      { name: "no mismatch", args: "sync --snapshot -", stdin: HEALTHY },
      { name: "the help", args: "--help", stdin: "" },
    ])("cannot take $name: exit code 3", ({ args, stdin }) => {
      const run = new BuiltCli(node).shell(`"$NODE" dist/cli.js ${args} >/dev/full`, { stdin });
      expect(run).toEqual({ exitCode: 3, stdout: "", stderr: "" });
    });
  });

  describe("standard input", () => {
    it("is read to its end, however large and in however many pieces", () => {
      const orders = Array.from({ length: 20_000 }, (_, index) => wireOrder({ order_id: `order ${index}` }));
      const stdin = JSON.stringify(wireSnapshot({ open_orders: orders }));
      const run = new BuiltCli(node).run(["sync", "--snapshot", "-", "--json"], { stdin });
      expect(run.exitCode).toBe(0);
      expect(JSON.parse(run.stdout)).toMatchObject({ ok: true, open_orders_count: 20_000 });
    });

    it("may begin with a byte order mark", () => {
      const run = new BuiltCli(node).run(["sync", "--snapshot", "-"], { stdin: `\ufeff${HEALTHY}` });
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
    });

    it("may be closed where nothing is read from it", () => {
      const cli = new BuiltCli(node);
      expect(cli.shell('"$NODE" dist/cli.js --only a <&-')).toMatchObject({ exitCode: 0, stderr: "" });
    });

    it("is refused in one line where it is closed and was to be read", () => {
      const run = new BuiltCli(node).shell('"$NODE" dist/cli.js sync --snapshot - <&-');
      expect(run).toMatchObject({ exitCode: 2, stdout: "" });
      expect(run.stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
    });
  });
});
