import { describe, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { onThisNode } from "../support/node-versions.js";
import { type BadInput, expectRefused } from "../support/refused-input.js";

const HEALTHY = JSON.stringify(wireSnapshot());

const FILES: readonly BadInput[] = [
  { name: "a missing file", says: ["--snapshot account.json", "no such file"] },
  { name: "a directory", args: ["--snapshot", "dist"], says: ["--snapshot dist", "directory"] },
  {
    name: "a file below a file",
    account: HEALTHY,
    args: ["--snapshot", "account.json/x"],
    says: ["--snapshot account.json/x"],
  },
  { name: "an empty file", account: "", says: ["account.json", "not JSON"] },
  { name: "blanks alone", account: " \n\n", says: ["account.json", "not JSON"] },
  { name: "truncated JSON", account: HEALTHY.slice(0, -20), says: ["account.json", "not JSON"] },
  { name: "JSON cut within a string", account: HEALTHY.slice(0, 20), says: ["account.json", "not JSON"] },
  { name: "two documents", account: `${HEALTHY}\n${HEALTHY}`, says: ["account.json", "not JSON"] },
  { name: "YAML", account: "positions:\n  - symbol: x\n", says: ["account.json", "not JSON"] },
  {
    name: "text that is not UTF-8",
    account: Buffer.from([0x7b, 0xff, 0x7d]),
    says: ["account.json", "UTF-8"],
  },
  { name: "UTF-16", account: Buffer.from(`\ufeff${HEALTHY}`, "utf16le"), says: ["account.json", "UTF-8"] },
  {
    name: "an escape sequence in the middle",
    account: '{"ts":\x1b[2J\n}',
    says: ["account.json", "not JSON"],
  },
  { name: "nothing on standard input", args: ["--snapshot", "-"], says: ["standard input", "not JSON"] },
  { name: "a hundred thousand brackets", account: "[".repeat(100_000), says: ["account.json", "not JSON"] },
  {
    name: "a list nested that deep",
    account: "[".repeat(1e5) + "]".repeat(1e5),
    says: ["expected an object"],
  },
];

onThisNode((node) => {
  describe("sync, given what is no JSON", () => {
    it.each(FILES)("refuses $name", (bad) => expectRefused(node, bad));
  });
});
