import { basename } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const SLOW = /\/(zoo|self-test|git-status|[a-z-]+-(laws|histories|oracle))\.test\.ts$/;

// A mutant is done with at the first test that notices it: its own file's tests are asked first, the slow ones last.
class OwnTestsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const mutated = basename(this.ctx.config.related?.[0] ?? "", ".ts");
    const rank = ({ moduleId }: TestSpecification) => {
      if (SLOW.test(moduleId)) return 2;
      return mutated !== "" && basename(moduleId).startsWith(mutated) ? 0 : 1;
    };
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

// What tells something about src/syncer and src/drill without a process of its own.
export default defineConfig({
  test: {
    include: [
      "test/syncer/**/*.test.ts",
      "test/drill/**/*.test.ts",
      "test/drills/**/*.test.ts",
      "test/fire-drill/**/*.test.ts",
      "test/self-test/**/*.test.ts",
    ],
    testTimeout: 30_000,
    // A mutant's tests share their modules: loading those takes longer than most tests.
    isolate: false,
    sequence: { sequencer: OwnTestsFirst },
  },
});
