import { describe, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { onThisNode } from "../support/node-versions.js";
import { type BadInput, expectRefused } from "../support/refused-input.js";

const HEALTHY = JSON.stringify(wireSnapshot());
const SNAPSHOT = ["--snapshot", "account.json"];

const KNOWN_ORDERS: readonly BadInput[] = [
  { name: "an object of known orders", known: '{"ids":[]}', says: ["--known-orders known.json", "array"] },
  { name: "text for the known orders", known: '"ord_1"', says: ["--known-orders known.json", "array"] },
  {
    name: "a numeric known order",
    known: '["ord_1",2]',
    says: ["--known-orders known.json", "[1]", "quotes"],
  },
  { name: "an empty file of known orders", known: "", says: ["--known-orders known.json", "not JSON"] },
].map((bad) => ({ args: [...SNAPSHOT, "--known-orders", "known.json"], ...bad }));

const OPTIONS: readonly BadInput[] = [
  {
    name: "no file of known orders",
    args: [...SNAPSHOT, "--known-orders", "nowhere"],
    says: ["--known-orders nowhere", "no such file"],
  },
  {
    name: "standard input for both",
    args: ["--snapshot", "-", "--known-orders", "-"],
    says: ["--snapshot", "--known-orders"],
  },
  { name: "no snapshot", args: [], says: ["--snapshot"] },
  {
    name: "an unknown format",
    args: [...SNAPSHOT, "--format", "xml"],
    says: ["--format", "canonical", "ccxt", '"xml"'],
  },
  { name: "the format in capitals", args: [...SNAPSHOT, "--format", "CCXT"], says: ["--format", '"CCXT"'] },
  { name: "a negative last ts", args: [...SNAPSHOT, "--last-ts=-1"], says: ["--last-ts", '"-1"'] },
  { name: "a last ts that is a word", args: [...SNAPSHOT, "--last-ts", "now"], says: ["--last-ts", '"now"'] },
  {
    name: "a last ts beyond what is exact",
    args: [...SNAPSHOT, "--last-ts", "9007199254740993"],
    says: ["--last-ts"],
  },
  { name: "an empty last ts", args: [...SNAPSHOT, "--last-ts="], says: ["--last-ts", '""'] },
  {
    name: "an artifact directory without a name",
    args: [...SNAPSHOT, "--artifact-dir="],
    says: ["--artifact-dir"],
  },
];

onThisNode((node) => {
  describe("sync, beside a healthy snapshot", () => {
    it.each([...KNOWN_ORDERS, ...OPTIONS])("refuses $name", (bad) => {
      expectRefused(node, { account: HEALTHY, ...bad });
    });
  });
});
