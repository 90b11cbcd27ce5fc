import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { OUTPUT_NAMES } from "../../src/action/runner/outputs.js";
import { actionMetadata, mappingAt } from "../support/action-metadata.js";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { fencesOf, firstColumnOf, sectionOf } from "../support/markdown.js";

const DOCUMENT = readDocument("docs/action.md");
const EXAMPLES = documentNames().flatMap((name) =>
  fencesOf(readDocument(name))
    .filter(({ language }) => language === "yaml")
    .map(({ text, line }) => ({ place: `${name}:${line}`, content: parse(text) as unknown })),
);
const WORKFLOWS = EXAMPLES.filter(
  ({ content }) => !Array.isArray(content) && mappingsIn(content).some((mapping) => "jobs" in mapping),
);
/** What a job needs besides, to sign. */
const SIGNING = { "id-token": "write", attestations: "write" };

/** Every mapping below a value. */
function mappingsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(mappingsIn);
  if (typeof value !== "object" || value === null) return [];
  return [mappingAt(value), ...Object.values(value).flatMap(mappingsIn)];
}

describe("docs/action.md", () => {
  it("has the tables that action.yml gives", () => {
    const script = [".ci/generate-action-docs.js", "--check"];
    const { status, stderr } = spawnSync(process.execPath, script, { cwd: CHECKOUT, encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it("lists the inputs and the outputs, and no other", () => {
    const names = Object.keys(mappingAt(actionMetadata(), "inputs"));
    expect(firstColumnOf(sectionOf(DOCUMENT, "Inputs"))).toEqual(names);
    expect(firstColumnOf(sectionOf(DOCUMENT, "Outputs"))).toEqual(OUTPUT_NAMES);
  });

  it("explains each permission that the workflow asks for, and no other", () => {
    const workflow = parse(fencesOf(DOCUMENT)[0]?.text ?? "");
    const asked = Object.entries(mappingAt(workflow, "jobs", "drill", "permissions"));
    expect(firstColumnOf(sectionOf(DOCUMENT, "A workflow to copy"))).toEqual(
      asked.map((pair) => pair.join(": ")),
    );
  });
});

describe("a workflow in the documents", () => {
  it.each(WORKFLOWS)("asks for the least: $place", ({ content }) => {
    expect(mappingAt(content).permissions).toEqual({});
    for (const job of Object.values(mappingAt(content, "jobs"))) {
      const signing = JSON.stringify(job).includes('"actions/attest@') ? SIGNING : {};
      expect(mappingAt(job, "permissions")).toEqual({
        contents: "read",
        "pull-requests": "write",
        ...signing,
      });
    }
  });

  it.each(EXAMPLES)("uses inputs and outputs that there are: $place", ({ content }) => {
    const inputs = Object.keys(mappingAt(actionMetadata(), "inputs"));
    for (const step of mappingsIn(content).filter(({ uses }) =>
      String(uses).includes("account-sync-drill"),
    )) {
      expect(inputs).toEqual(expect.arrayContaining(Object.keys(mappingAt(step.with ?? {}))));
    }
    const outputs = [...JSON.stringify(content).matchAll(/steps\.drill\.outputs\.([a-z-]+)/g)].map(
      ([, name]) => name,
    );
    expect(OUTPUT_NAMES).toEqual(expect.arrayContaining(outputs));
  });

  it("is found", () => {
    expect(WORKFLOWS.map(({ place }) => place.split(":")[0])).toContain("docs/action.md");
  });
});
