import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { OUTSIDE_TESTS } from "./support/outside-tests.js";
import { patient } from "./support/patience.js";

// .ci/run names a file for the counts that it prints.
const report = process.env.TEST_REPORT;
const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Two projects, and each test is in one of them: `inside` for what stays in its process, which is what `npm run check`
 * and `npm run watch` run, and `outside` for the rest.
 */
export default defineConfig({
  test: {
    root,
    // Most tests wait for other processes and for pauses between requests, not for this one.
    maxConcurrency: 32,
    maxWorkers: 4,
    isolate: false,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: "inside",
          include: ["test/**/*.test.ts"],
          exclude: [...OUTSIDE_TESTS],
          setupFiles: ["test/support/no-way-outside.ts"],
          testTimeout: patient(60_000),
          hookTimeout: patient(60_000),
        },
      },
      {
        extends: true,
        // These only end a hang: how busy the machine will be while a test waits is not known yet.
        test: {
          name: "outside",
          include: [...OUTSIDE_TESTS],
          testTimeout: patient(300_000),
          hookTimeout: patient(300_000),
        },
      },
    ],
  },
});
