import { defineConfig } from "vitest/config";

// What tells something about src/syncer and src/drill without a process of its own.
export default defineConfig({
  test: {
    include: ["test/syncer/**/*.test.ts", "test/drill/**/*.test.ts", "test/self-test/**/*.test.ts"],
    testTimeout: 30_000,
  },
});
