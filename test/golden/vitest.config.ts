import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { patient } from "../support/patience.js";
import { GoldenReporter } from "./golden-reporter.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const notes = mkdtempSync(join(tmpdir(), "account-sync-drill-golden-"));

/** The test files that hold something against goldens or documents, found by what they import. */
function holders(): string[] {
  return readdirSync(`${root}test`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `test/${name}`)
    .filter((name) =>
      /from ".*golden\/(?:golden|shown-output|rewriting)\.js"/.test(readFileSync(`${root}${name}`, "utf8")),
    );
}

/** `npm run golden`: writes test/golden, and the transcripts, fingerprints and figures of the documents. */
export default defineConfig({
  test: {
    root,
    include: holders(),
    provide: { rewrites: notes },
    testTimeout: patient(120_000),
    hookTimeout: patient(120_000),
    maxConcurrency: 32,
    maxWorkers: 4,
    isolate: false,
    reporters: [new GoldenReporter(notes)],
  },
});
