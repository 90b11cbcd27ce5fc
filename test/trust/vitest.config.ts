import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { patient } from "../support/patience.js";
import { TableReporter } from "./table-reporter.js";

/** `npm run trust`: every target of docs/trust.md, measured one after the other. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/trust/*.check.ts"],
    testTimeout: patient(900_000),
    fileParallelism: false,
    reporters: [new TableReporter()],
  },
});
