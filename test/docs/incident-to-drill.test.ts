import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { expectShown } from "../golden/shown-output.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { readDocument } from "../support/documents.js";
import { leftOut } from "../support/left-out.js";
import { fencesOf } from "../support/markdown.js";

/** The steps that the page tells a reader to take, one after the other in one place. */
const STEPS = [
  [
    "export GRINDER_ACCOUNT_SYNC_EVIDENCE=1",
    "account-sync-drill sync --snapshot docs/examples/account.json --known-orders docs/examples/known-orders.json",
  ],
  ["account-sync-drill history .artifacts/account_sync > night.jsonl"],
  ["account-sync-drill drill --replay night.jsonl"],
  [
    "account-sync-drill init python my-drill",
    'account-sync-drill drill --replay night.jsonl --syncer "python3 my-drill/my_adapter.py"',
  ],
  [
    `sed 's/"expect":{[^}]*},//' night.jsonl > by-hand.jsonl`,
    "account-sync-drill drill --replay by-hand.jsonl",
    "cp .artifacts/account_sync_fire_drill/*/by-hand_recorded.jsonl recorded.jsonl",
    "account-sync-drill drill --replay recorded.jsonl",
  ],
];

const FENCES = fencesOf(readDocument("docs/incident-to-drill.md")).filter(
  ({ language }) => language === "sh",
);
const isWithoutPython = leftOut(
  spawnSync("python3", ["--version"]).status !== 0,
  "the step in Python of incident-to-drill.md",
  "what runs it is not installed",
);

describe("docs/incident-to-drill.md", () => {
  it("tells these steps, and no other", () => {
    expect(FENCES.map(({ text }) => text.trimEnd().split("\n"))).toEqual(STEPS);
  });

  it("leads from evidence to a drill in a new checkout, and shows what is said on the way", () => {
    const copy = new CheckoutCopy();
    for (const { text, comment, output } of FENCES) {
      if (isWithoutPython && text.includes("python3")) continue;
      const run = copy.shell(text);
      expect({ ...run, text }).toEqual({ ...run, text, exitCode: comment === "exits 1" ? 1 : 0 });
      expectShown(output ?? "", run.output);
    }
  });
});
