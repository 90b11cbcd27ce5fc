import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { describe, expect, it } from "vitest";
import { expectGolden, transcriptOf, withoutTheMoment } from "../golden/golden.js";
import { wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { leftOut } from "../support/left-out.js";
import { onEachNode } from "../support/node-versions.js";
import { BuiltCli, type SpawnOptions } from "../support/run-cli.js";

const CCXT_ACCOUNT = new URL("../fixtures/ccxt-account.json", import.meta.url);
const noGit = leftOut(
  spawnSync("git", ["--version"]).status !== 0,
  "the guard in a repository",
  "git is missing",
);

/** The evidence directory of the only run there was. */
function onlyEvidence(cli: BuiltCli): string {
  const kind = ".artifacts/account_sync_fire_drill";
  const [name, ...others] = fs.readdirSync(cli.at(kind));
  expect(others).toEqual([]);
  return `${kind}/${name}`;
}

function transcript(cli: BuiltCli, args: readonly string[], options?: SpawnOptions): string {
  return transcriptOf(["node", "dist/cli.js", ...args].join(" "), cli.run(args, options));
}

function expectTranscript(
  cli: BuiltCli,
  golden: string,
  args: readonly string[],
  options?: SpawnOptions,
): void {
  expectGolden(golden, withoutTheMoment(transcript(cli, args, options)));
}

onEachNode((node) => {
  describe("the whole transcript", () => {
    it("of the drill", () => {
      expectTranscript(new BuiltCli(node), "drill.txt", []);
    });

    it("of some drills, named with the command", () => {
      expectTranscript(new BuiltCli(node), "drill-only.txt", ["drill", "--only", "d,c"]);
    });

    it.skipIf(noGit)("of a drill that fails, since its evidence shows up in git status", () => {
      const cli = new BuiltCli(node);
      cli.shell("git init --quiet .");
      fs.mkdirSync(cli.at(".artifacts"));
      fs.writeFileSync(cli.at(".artifacts/.gitignore"), "# ours: nothing is ignored\n");
      expectTranscript(cli, "drill-failed.txt", ["--only", "a"]);
    });

    it("of verify on intact evidence", () => {
      const cli = new BuiltCli(node);
      cli.run([]);
      expectTranscript(cli, "verify-intact.txt", ["verify", onlyEvidence(cli)]);
    });

    it("of verify on damaged evidence", () => {
      const cli = new BuiltCli(node);
      cli.run([]);
      const evidence = onlyEvidence(cli);
      fs.appendFileSync(cli.at(evidence, "drill_a_log.txt"), " ");
      fs.rmSync(cli.at(evidence, "drill_b_metrics.txt"));
      fs.renameSync(cli.at(evidence, "drill_c_log.txt"), cli.at(evidence, "drill_c_log.txt.orig"));
      fs.rmSync(cli.at(evidence, "summary.txt"));
      fs.symlinkSync("results.json", cli.at(evidence, "summary.txt"));
      fs.appendFileSync(cli.at(evidence, "sha256sums.txt"), "not a checksum line\n");
      expectTranscript(cli, "verify-damaged.txt", ["verify", evidence]);
    });

    it("of sync on an account with mismatches of every rule", () => {
      const cli = new BuiltCli(node);
      const broken = wireSnapshot({
        positions: [wirePosition(), wirePosition({ qty: "-0.5" }), wirePosition({ symbol: "ETHUSDT" })],
        open_orders: [
          wireOrder(),
          wireOrder({ order_id: "orphan_1" }),
          wireOrder({ qty: "-0.10", filled_qty: "-1" }),
        ],
      });
      const expected = {
        orders: [
          { order_id: "ord_1", symbol: "BTCUSDT", price: "50000" },
          { order_id: "ord_9", symbol: "ETHUSDT", side: "SELL", price: "3000.5", qty: "2" },
        ],
        positions: [{ symbol: "BTCUSDT", side: "LONG", qty: "0.5" }],
      };
      fs.writeFileSync(cli.at("account.json"), JSON.stringify(broken));
      fs.writeFileSync(cli.at("known.json"), '["ord_2"]');
      fs.writeFileSync(cli.at("expected.json"), JSON.stringify(expected));
      const known = ["--known-orders", "known.json", "--expected", "expected.json"];
      const files = ["--snapshot", "account.json", ...known];
      expectTranscript(cli, "sync-mismatches.txt", ["sync", ...files, "--last-ts", "2001"]);
    });

    it("of sync on ccxt's structures over standard input", () => {
      const options = { stdin: fs.readFileSync(CCXT_ACCOUNT), env: { GRINDER_ACCOUNT_SYNC_EVIDENCE: "on" } };
      const args = ["sync", "--format", "ccxt", "--snapshot", "-"];
      expectTranscript(new BuiltCli(node), "sync-ccxt.txt", args, options);
    });

    it.each([
      { command: "--help", golden: "help.txt" },
      { command: "drill --help", golden: "help-drill.txt" },
      { command: "verify --help", golden: "help-verify.txt" },
      { command: "attest-predicate --help", golden: "help-attest-predicate.txt" },
      { command: "sync --help", golden: "help-sync.txt" },
      { command: "serve --help", golden: "help-serve.txt" },
      { command: "rules --help", golden: "help-rules.txt" },
      { command: "--version", golden: "version.txt" },
      { command: "dril", golden: "unknown-command.txt" },
      { command: "--no-statis", golden: "unknown-option.txt" },
      { command: "--only a,f", golden: "unknown-drill.txt" },
      { command: "--artifact-dir --json", golden: "missing-value.txt" },
      { command: "verify no-such-directory", golden: "verify-nothing.txt" },
      { command: "sync", golden: "sync-without-snapshot.txt" },
    ])("of $command", ({ command, golden }) => {
      expectTranscript(new BuiltCli(node), golden, command.split(" "));
    });
  });
});
