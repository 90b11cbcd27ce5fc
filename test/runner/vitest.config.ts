import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { patient } from "../support/patience.js";

/** `npm run test:runner`: the action on a runner that is not ours. Needs Go, or `act` on the PATH. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/runner/*.check.ts"],
    testTimeout: patient(120_000),
    // Go compiles act.
    hookTimeout: patient(600_000),
  },
});
