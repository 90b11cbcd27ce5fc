import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// .ci/run names a file for the counts that it prints.
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Most tests wait for other processes and for pauses between requests, not for this one.
    maxConcurrency: 32,
    maxWorkers: 4,
    isolate: false,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
});
