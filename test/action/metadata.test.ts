import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseInputs } from "../../src/action/runner/inputs.js";
import { OUTPUT_NAMES } from "../../src/action/runner/outputs.js";
import { inputsFrom } from "../support/action-inputs.js";
import { actionMetadata, mappingAt } from "../support/action-metadata.js";
import { CHECKOUT } from "../support/documents.js";

const METADATA = actionMetadata();
const INPUTS = mappingAt(METADATA, "inputs");
const OUTPUTS = mappingAt(METADATA, "outputs");

/** The default of an input; a runner gives every input, so each must have one. */
function defaultOf(name: string): string {
  const value = mappingAt(INPUTS, name).default;
  if (typeof value !== "string") throw new Error(`${name}: a default is text`);
  return value;
}

describe("action.yml", () => {
  it("has the inputs that are read, and no other", () => {
    const names = new Set<string>();
    parseInputs((name) => {
      names.add(name);
      return "";
    });
    expect(Object.keys(INPUTS)).toEqual([...names]);
  });

  it("has the outputs that are set, and no other", () => {
    expect(Object.keys(OUTPUTS)).toEqual(OUTPUT_NAMES);
  });

  it("has the defaults that blank inputs have", () => {
    const expressions = ["github-token", "matrix"];
    const plain = Object.keys(INPUTS).filter((name) => !expressions.includes(name));
    expect(expressions.map(defaultOf)).toEqual([
      "${".concat("{ github.token }}"),
      "${".concat("{ toJSON(matrix) }}"),
    ]);
    expect(inputsFrom(Object.fromEntries(plain.map((name) => [name, defaultOf(name)])))).toEqual(
      inputsFrom({}),
    );
  });

  it.each([...Object.entries(INPUTS), ...Object.entries(OUTPUTS)])(
    "describes %s in a sentence",
    (_name, entry) => {
      expect(mappingAt(entry).description).toMatch(/^[A-Za-z`].{10,}\.$/);
    },
  );

  it("runs a file that exists, on Node.js 24", () => {
    const { using, main } = mappingAt(METADATA, "runs");
    expect({ using, exists: existsSync(`${CHECKOUT}${main}`) }).toEqual({ using: "node24", exists: true });
  });

  it("has what the marketplace shows", () => {
    const { name, description, author } = mappingAt(METADATA);
    for (const text of [name, description, author]) expect(text).toMatch(/\S/);
    const { icon, color } = mappingAt(METADATA, "branding");
    expect(icon).toBe("bell");
    expect(["white", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"]).toContain(color);
  });
});
