import { randomOf } from "./random.js";
import type { SourceFile } from "./source-files.js";

const LINES = 30;

/**
 * A random share of the lines of some files, in pieces of thirty, each as Stryker's `--mutate` names it:
 * `src/syncer/decimal.ts:31-60`.
 */
export function sampleOfLines(files: readonly SourceFile[], share: number, seed: number): string[] {
  const random = randomOf(seed);
  return files.flatMap(({ path, lines }) =>
    Array.from({ length: Math.ceil(lines / LINES) }, (_, at) => at * LINES)
      .filter(() => random() < share)
      .map((first) => `src/${path}:${first + 1}-${Math.min(first + LINES, lines)}`),
  );
}
