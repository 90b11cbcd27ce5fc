import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRecord } from "../../src/syncer/field-reader.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { readDocument } from "../support/documents.js";
import { codeIn, firstColumnOf, sectionOf, tablesOf } from "../support/markdown.js";

const FORMAT = readDocument("docs/evidence-format.md");

function firstColumn(heading: string, table = 0): string[] {
  return firstColumnOf(sectionOf(FORMAT, heading), table);
}

/** The one evidence directory that the command leaves. */
function evidenceOf(command: string, kind: string): string {
  const copy = new CheckoutCopy();
  copy.shell(command);
  const parent = join(copy.checkout, ".artifacts", kind);
  return join(parent, readdirSync(parent).join());
}

function drillEvidence(): string {
  return evidenceOf("account-sync-drill", "account_sync_fire_drill");
}

function keysOf(value: unknown): string[] {
  return isRecord(value) ? Object.keys(value).sort() : [];
}

describe("docs/evidence-format.md", () => {
  it("lists each file of the fire drill, and no other", () => {
    expect(firstColumn("The fire drill's directory").sort()).toEqual(readdirSync(drillEvidence()).sort());
  });

  it("says rightly which of them are the same on every run", () => {
    const rows = tablesOf(sectionOf(FORMAT, "The fire drill's directory"))[0] ?? [];
    const [one, another] = [
      drillEvidence(),
      evidenceOf("sleep 1; account-sync-drill", "account_sync_fire_drill"),
    ];
    for (const [cell = "", , isSame = ""] of rows) {
      const [first, second] = [one, another].map((at) => readFileSync(join(at, codeIn(cell).join()), "utf8"));
      expect(first === second, cell).toBe(isSame === "yes");
    }
  });

  it("explains each field of results.json, and no other", () => {
    const results: unknown = JSON.parse(readFileSync(join(drillEvidence(), "results.json"), "utf8"));
    const drills: unknown = isRecord(results) ? results.drills : undefined;
    const drill: unknown = Array.isArray(drills) ? drills[0] : undefined;
    // The seed is that of days of trading; this run has none.
    const fields = firstColumn("results.json").filter((field) => field !== "seed");
    expect(fields.sort()).toEqual(keysOf(results));
    expect(firstColumn("results.json", 1).sort()).toEqual(keysOf(drill));
  });

  it("explains each stage that a check looks at, and no other", () => {
    const results = readFileSync(join(drillEvidence(), "results.json"), "utf8");
    const stages = [...results.matchAll(/"stage":"([a-z]+)"/g)].map(([, stage]) => stage);
    expect(firstColumn("results.json", 2)).toEqual([...new Set(stages)]);
  });

  it("lists the keys of EVIDENCE_REF in their order", () => {
    const summary = readFileSync(join(drillEvidence(), "summary.txt"), "utf8");
    const line = /^EVIDENCE_REF .*$/m.exec(summary)?.[0] ?? "";
    const keys = [...line.matchAll(/ ([a-z0-9_]+)=/g)].map(([, key]) => key);
    const onlyElsewhere = ["status", "reason", "seed", "commit", "artifact_id"];
    expect(firstColumn("EVIDENCE_REF").filter((key) => !onlyElsewhere.includes(key))).toEqual(keys);
  });

  it("lists each file of the evidence of one sync, and no other", () => {
    const sync = "account-sync-drill sync --snapshot docs/examples/account.json";
    const directory = evidenceOf(`GRINDER_ACCOUNT_SYNC_EVIDENCE=on ${sync}`, "account_sync");
    expect(firstColumn("Evidence of one sync").sort()).toEqual(readdirSync(directory).sort());
  });
});
