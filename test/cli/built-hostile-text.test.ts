import { describe, expect, it } from "vitest";
import { wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { textsIn } from "../support/file-tree.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";

const HOSTILE = [
  { name: "newlines", text: "a\nb\r\nc\u2028d\u2029e\u0085f" },
  { name: "terminal escapes", text: "\u001b[2J\u001b]0;title\u0007\u009b31m\b\b" },
  { name: "workflow commands", text: "x\n::set-output name=result::passed\n##[error]x\r::add-mask::x" },
  { name: "a line like a verdict", text: "x\nmismatches: 0\n  PASS: all" },
  { name: "what turns text around or hides", text: "a\u202eb\u2066c\u200bd\ufeff" },
  { name: "an unpaired surrogate", text: "a\ud800b" },
  { name: "NUL and DEL", text: "a\u0000b\u007fc" },
  { name: "quotes and backslashes", text: '"a" \\" \'b\' \\u{a}' },
];

function brokenAccount(text: string): string {
  const twice = wirePosition({ symbol: text });
  const order = wireOrder({ order_id: text, symbol: text, order_type: text, status: text, qty: "-1" });
  return JSON.stringify(
    wireSnapshot({ positions: [twice, twice], open_orders: [order, order], source: text }),
  );
}

onThisNode((node) => {
  describe("ids and symbols with what breaks a line", () => {
    it.each(HOSTILE)("$name: every finding stays on its line", ({ text }) => {
      const cli = new BuiltCli(node);
      const { exitCode, stdout, stderr } = cli.run(["sync", "--snapshot", "-"], {
        stdin: brokenAccount(text),
      });
      expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
      expect(stdout.replace(/(?<=^ {2}MISMATCH \w+: ).*/gm, "...").split("\n")).toEqual([
        expect.stringMatching(/^account: 2 positions, 2 /),
        "  MISMATCH duplicate_key: ...",
        "  MISMATCH duplicate_key: ...",
        "  MISMATCH negative_qty: ...",
        "  MISMATCH negative_qty: ...",
        "mismatches: 4",
        "",
      ]);
      expect(stdout).toMatch(/^[^\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u);
      expect(stdout.replaceAll("\n", "")).toMatch(/^\P{Cc}*$/u);
    });

    it.each(HOSTILE)("$name: the JSON is one line that any parser takes, the evidence too", ({ text }) => {
      const cli = new BuiltCli(node);
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
      const run = cli.run(["sync", "--snapshot", "-", "--json"], { stdin: brokenAccount(text), env });
      expect(run.stdout).toMatch(/^[ -~]+\n$/);
      const { evidence_dir: directory } = JSON.parse(run.stdout);
      const texts = textsIn(cli.at(directory));
      expect(texts["account_snapshot.json"]).toMatch(/^[ -~]+\n$/);
      expect(JSON.parse(texts["positions.json"] ?? "")[0].symbol).toBe(text);
      expect(texts["summary.txt"]?.split("\n")).toHaveLength(8);
      expect(cli.run(["verify", directory]).exitCode).toBe(0);
    });

    it.each(HOSTILE)("$name: a known id is still recognised", ({ text }) => {
      const cli = new BuiltCli(node);
      const healthy = JSON.stringify(wireSnapshot({ open_orders: [wireOrder({ order_id: text })] }));
      const known = JSON.stringify([text]);
      const line = `printf '%s' "$KNOWN" > known.json; "$NODE" dist/cli.js sync --snapshot - --known-orders known.json`;
      expect(cli.shell(line, { stdin: healthy, env: { KNOWN: known } })).toMatchObject({
        exitCode: 0,
        stderr: "",
      });
    });
  });
});
