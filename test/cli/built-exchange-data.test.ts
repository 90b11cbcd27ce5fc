import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readRecordings } from "../support/exchange-recordings.js";
import { leftOut } from "../support/left-out.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

const CCXT_ACCOUNT = readFileSync(new URL("../fixtures/ccxt-account.json", import.meta.url));
const ARGS = ["sync", "--format", "ccxt", "--snapshot", "-"];
const TIMESTAMP = 1_767_323_045_000;

const TAKEN = {
  exitCode: 0,
  stdout: expect.stringMatching(/^account: .*\nmismatches: 0\n$/),
  stderr: "",
};
const recordings = readRecordings();
const missing = leftOut(recordings.length === 0, "recorded exchange payloads", "../shared is missing");
/** The first that was recorded of each exchange. */
const firsts = recordings.filter(
  ({ exchange }, index) => recordings.findIndex((other) => other.exchange === exchange) === index,
);

onThisNode((node) => {
  describe("sync --format ccxt --snapshot -", () => {
    it("takes an account with null fields, a zero-size row, signed and texted sizes", () => {
      const { exitCode, stdout } = new BuiltCli(node).run([...ARGS, "--json"], { stdin: CCXT_ACCOUNT });
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        ok: true,
        mismatches: [],
        counts: {},
        error: null,
        last_ts: TIMESTAMP,
        positions_count: 2,
        open_orders_count: 2,
        evidence_dir: null,
      });
    });

    it("keeps every digit of it", () => {
      const cli = new BuiltCli(node);
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
      const { stdout } = cli.run([...ARGS, "--json"], { stdin: CCXT_ACCOUNT, env });
      const { evidence_dir: directory } = JSON.parse(stdout);
      const positions = JSON.parse(readFileSync(cli.at(directory, "positions.json"), "utf8"));
      const orders = JSON.parse(readFileSync(cli.at(directory, "open_orders.json"), "utf8"));
      expect(positions).toMatchObject([
        { symbol: "BTC/USDT:USDT", side: "LONG", qty: "0.015", leverage: null },
        { symbol: "ETH/USDT:USDT", side: "SHORT", qty: "1.250000000000000001", ts: null },
      ]);
      expect(orders).toMatchObject([
        { order_id: "9007199254740993", side: "BUY", qty: "0.01", filled_qty: "0.006" },
        { order_id: "9007199254740992", side: "SELL", qty: "0.0000001", price: "0", status: "UNKNOWN" },
      ]);
    });

    it.skipIf(missing)("takes what each exchange answered", () => {
      const cli = new BuiltCli(node);
      for (const { name, wire } of firsts) {
        const run = cli.run(ARGS, { stdin: JSON.stringify({ timestamp: TIMESTAMP, ...wire }) });
        expect(run, name).toEqual(TAKEN);
      }
    });
  });
});
