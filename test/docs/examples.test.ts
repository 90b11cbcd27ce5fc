import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, it } from "vitest";
import { expectShown } from "../golden/shown-output.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { CHECKOUT, documentNames, readDocument } from "../support/documents.js";
import { fencesOf } from "../support/markdown.js";

const EXAMPLES = documentNames().flatMap((name) =>
  fencesOf(readDocument(name))
    .filter(({ language }) => language === "ts")
    .map((fence) => ({ ...fence, place: `${name}:${fence.line}` })),
);
const PRINTING = EXAMPLES.filter(({ output }) => output !== null);

describe("a TypeScript example in the documents", () => {
  it("is found", () => {
    expect(PRINTING.map(({ place }) => place.split(":")[0])).toContain("README.md");
  });

  it("compiles under this package's own strict settings", () => {
    const copy = new CheckoutCopy();
    copy.addLibrary();
    for (const [index, { text }] of EXAMPLES.entries()) {
      writeFileSync(join(copy.checkout, `example-${index}.ts`), text);
    }
    const settings = { extends: join(CHECKOUT, "tsconfig.json"), include: ["*.ts"] };
    writeFileSync(join(copy.checkout, "tsconfig.json"), JSON.stringify(settings));
    const { exitCode, output } = copy.shell("node node_modules/typescript/bin/tsc -p .");
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: "" });
  });

  it.each(PRINTING)("prints what is shown below it: $place", async ({ text, output }) => {
    const copy = new CheckoutCopy();
    copy.addLibrary();
    const { checkout } = copy;
    writeFileSync(join(checkout, "example.ts"), text);
    const bundle = await rolldown({
      cwd: checkout,
      input: "example.ts",
      external: /^(?:node:|account-sync-drill$)/,
    });
    await bundle.write({ file: join(checkout, "example.mjs"), format: "esm" });
    await bundle.close();
    const run = spawnSync(process.execPath, ["example.mjs"], { cwd: checkout, env: {}, encoding: "utf8" });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
    expectShown(output ?? "", run.stdout);
  });
});
