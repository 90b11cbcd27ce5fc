import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { PREDICATE_TYPE } from "../../src/attest/test-result-predicate.js";
import { mappingAt } from "../support/action-metadata.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { readDocument } from "../support/documents.js";
import { fencesOf, firstColumnOf, sectionOf } from "../support/markdown.js";

const DOCUMENT = readDocument("docs/verify-evidence.md");
const JOB = mappingAt(parse(fencesOf(DOCUMENT)[0]?.text ?? ""), "jobs", "drill");
const STEPS: readonly unknown[] = Array.isArray(JOB.steps) ? JOB.steps : [];

function stepThatUses(action: string): Readonly<Record<string, unknown>> {
  const found = STEPS.filter((step) => String(mappingAt(step).uses).startsWith(action));
  expect(found).toHaveLength(1);
  return mappingAt(found[0]);
}

describe("docs/verify-evidence.md", () => {
  it("signs exactly what the drill prepared, where it can be signed", () => {
    const signing = stepThatUses("actions/attest@");
    const output = (name: string) => "${".concat(`{ steps.drill.outputs.${name} }}`);
    expect(signing.with).toEqual({
      "subject-checksums": output("subject-checksums"),
      "predicate-type": output("predicate-type"),
      "predicate-path": output("predicate-path"),
    });
    expect(signing.if).toContain("steps.drill.outputs.can-sign == 'true'");
    const drilling = stepThatUses("grinder/account-sync-drill@");
    expect(drilling).toMatchObject({ id: "drill", with: { attestation: "true" } });
    expect(STEPS.indexOf(STEPS.find((step) => mappingAt(step).id === "drill"))).toBeLessThan(
      STEPS.length - 1,
    );
  });

  it("explains the permissions that signing needs, and no other", () => {
    const asked = Object.entries(mappingAt(JOB, "permissions")).map((pair) => pair.join(": "));
    const usual = ["contents: read", "pull-requests: write"];
    expect(firstColumnOf(sectionOf(DOCUMENT, "Sign it: a workflow to copy"))).toEqual(
      asked.filter((permission) => !usual.includes(permission)),
    );
  });

  it("explains each field of the predicate, and no other", () => {
    const { output } = new CheckoutCopy().shell(
      "account-sync-drill >/dev/null 2>&1; account-sync-drill attest-predicate --url https://example.com .artifacts/account_sync_fire_drill/*",
    );
    const fields = firstColumnOf(sectionOf(DOCUMENT, "What is signed"));
    expect([...fields].sort()).toEqual(Object.keys(JSON.parse(output)).sort());
  });

  it("asks GitHub for the type that is signed", () => {
    const asked = [...DOCUMENT.matchAll(/--predicate-type (\S+)/g)].map(([, type]) => type);
    expect(asked).toEqual([PREDICATE_TYPE]);
  });
});
