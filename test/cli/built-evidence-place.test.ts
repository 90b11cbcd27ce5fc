import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesIn, textsIn } from "../support/file-tree.js";
import { leftOut } from "../support/left-out.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli, type CliRun, commandFiles } from "../support/run-cli.js";

const KIND = "account_sync_fire_drill";
const EVIDENCE_FILES = [
  "drill_a_log.txt",
  "drill_a_metrics.txt",
  "drill_b_log.txt",
  "drill_b_metrics.txt",
  "drill_c_log.txt",
  "drill_c_metrics.txt",
  "drill_d_log.txt",
  "drill_d_metrics.txt",
  "drill_e_metrics.txt",
  "junit.xml",
  "results.json",
  "sha256sums.txt",
  "summary.txt",
];

const noSha256sum = leftOut(
  spawnSync("sha256sum", ["--version"]).status !== 0,
  "the evidence of a drill held against coreutils",
  "sha256sum is missing",
);
const noBash = leftOut(
  spawnSync("bash", ["--norc", "-c", "true"]).status !== 0,
  "a proposed command with control characters",
  "bash is missing",
);

/** The command that a run proposes for verifying its evidence. */
function proposed({ stdout }: CliRun): string {
  const command = /^Next: .*\bnode (dist\/cli\.js verify .*)$/m.exec(stdout)?.[1];
  if (command === undefined) throw new Error(`no command is proposed in ${stdout}`);
  return `"$NODE" ${command}`;
}

onThisNode((node) => {
  describe("the evidence of a drill", () => {
    it("goes to .artifacts of the working directory, whole, and nothing else is written", () => {
      const cli = new BuiltCli(node);
      expect(cli.run([])).toMatchObject({ exitCode: 0, stderr: "" });
      expect(namesIn(cli.directory)).toEqual([".artifacts", "dist"]);
      expect(namesIn(cli.at("dist"))).toEqual(commandFiles().sort());
      expect(namesIn(cli.at(".artifacts"))).toEqual([".gitignore", KIND]);
      const [name = "", ...others] = namesIn(cli.at(".artifacts", KIND));
      expect(name).toMatch(/^[0-9]{8}T[0-9]{6}Z$/);
      expect(others).toEqual([]);
      expect(namesIn(cli.at(".artifacts", KIND, name))).toEqual(EVIDENCE_FILES);
    });

    it.skipIf(noSha256sum)("passes sha256sum -c, and its summary says what the terminal said", () => {
      const cli = new BuiltCli(node);
      const { stdout } = cli.run([]);
      const directory = cli.at(".artifacts", KIND, namesIn(cli.at(".artifacts", KIND))[0] ?? "");
      const checked = execFileSync("sha256sum", ["-c", "sha256sums.txt"], {
        cwd: directory,
        encoding: "utf8",
      });
      expect(checked.match(/: OK$/gm)).toHaveLength(EVIDENCE_FILES.length - 1);
      const summary = textsIn(directory)["summary.txt"];
      expect(summary).toContain(/^EVIDENCE_REF .*$/m.exec(stdout)?.[0]);
      expect(summary).toContain(/^=== Results: .*$/m.exec(stdout)?.[0]);
      expect(summary?.match(/drill_[a-e]_PROVEN: .*/g)).toEqual(stdout.match(/drill_[a-e]_PROVEN: .*/g));
    });

    it.each([
      {
        name: "--artifact-dir goes before GRINDER_ARTIFACT_DIR",
        args: ["--artifact-dir", "a"],
        env: { GRINDER_ARTIFACT_DIR: "b" },
        written: "a",
      },
      {
        name: "GRINDER_ARTIFACT_DIR goes before .artifacts",
        args: [],
        env: { GRINDER_ARTIFACT_DIR: "b" },
        written: "b",
      },
      {
        name: "an empty GRINDER_ARTIFACT_DIR counts as none",
        args: [],
        env: { GRINDER_ARTIFACT_DIR: "" },
        written: ".artifacts",
      },
    ])("$name", ({ args, env, written }) => {
      const cli = new BuiltCli(node);
      expect(cli.run(["--only", "a", ...args], { env }).exitCode).toBe(0);
      expect(namesIn(cli.directory)).toEqual([written, "dist"].sort());
      expect(namesIn(cli.at(written))).toContain(KIND);
    });

    it.each([
      { name: "with blanks", directory: "my evidence/of today" },
      { name: "with quotes", directory: `it's "quoted"` },
      { name: "with what a shell would expand", directory: "$HOME `id` * ; &" },
      { name: "in another script", directory: "証拠/Beweis-ä" },
      { name: "with a backslash", directory: "a\\b" },
      { name: "that begins with a dash", directory: "-rf" },
    ])("may go to a directory $name, and the command it proposes verifies it", ({ directory }) => {
      const cli = new BuiltCli(node);
      const run = cli.run(["--only", "a", `--artifact-dir=${directory}`]);
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      expect(namesIn(cli.at(directory, KIND))).toHaveLength(1);
      const verified = cli.shell(proposed(run));
      expect(verified).toMatchObject({ exitCode: 0, stderr: "" });
      expect(verified.stdout).toMatch(/^verified: /);
    });

    it("may go to a directory with a newline and an escape sequence, and no line breaks", () => {
      const cli = new BuiltCli(node);
      const directory = "a\n::set-output name=x::y\x1b[2J";
      const run = cli.run(["--only", "a", "--artifact-dir", directory]);
      const plain = new BuiltCli(node).run(["--only", "a"]);
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      expect(run.stdout.split("\n")).toHaveLength(plain.stdout.split("\n").length);
      expect(run.stdout.replaceAll("\n", "")).toMatch(/^\P{Cc}*$/u);
      const summary = textsIn(cli.at(directory, KIND, namesIn(cli.at(directory, KIND))[0] ?? ""))[
        "summary.txt"
      ];
      expect(summary?.replaceAll("\n", "")).toMatch(/^\P{Cc}*$/u);
    });

    it.skipIf(noBash)("may go to such a directory, and the command it proposes verifies it", () => {
      const cli = new BuiltCli(node);
      const run = cli.run(["--only", "a", "--artifact-dir", "a\n::set-output name=x::y\x1b[2J"]);
      const verified = cli.shell('bash --norc -c "$LINE"', { env: { LINE: proposed(run) } });
      expect(verified).toMatchObject({ exitCode: 0, stderr: "" });
    });

    it("may be left from another working directory, and the command it proposes works there", () => {
      const cli = new BuiltCli(node);
      mkdirSync(cli.at("elsewhere"));
      const line = 'cd elsewhere && "$NODE" "$SCRIPT" --only a';
      const run = cli.shell(line, { env: { SCRIPT: cli.script } });
      expect(run).toMatchObject({ exitCode: 0, stderr: "" });
      const command = /^Next: .*runs: node (\S+ verify \S+)$/m.exec(run.stdout)?.[1];
      expect(command).toMatch(/^\/.*\/dist\/cli\.js verify \.artifacts\//);
      expect(cli.shell(`cd elsewhere && "$NODE" ${command}`)).toMatchObject({ exitCode: 0, stderr: "" });
    });

    it("of two runs in one second goes to two directories, with one fingerprint", () => {
      const cli = new BuiltCli(node);
      const prints = [1, 2, 3].map(() => / fingerprint=([0-9a-f]{64})$/m.exec(cli.run([]).stdout)?.[1]);
      expect(new Set(prints).size).toBe(1);
      expect(namesIn(cli.at(".artifacts", KIND))).toHaveLength(3);
    });
  });
});
