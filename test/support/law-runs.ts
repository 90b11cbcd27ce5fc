import fc from "fast-check";
import { messageOf } from "../../src/errors.js";

const MOST_CHARACTERS = 3000;

/** How often a law is tried, and from which seed; both printed with the figure, so that a run can be repeated. */
export interface LawRuns {
  readonly seed: number;
  readonly runs: number;
}

/** FUZZ_SEED and FUZZ_CASES where they are set, else a new seed and `usual` cases. */
export function lawRunsFrom(env: Readonly<Record<string, string | undefined>>, usual: number): LawRuns {
  const number = (name: string, otherwise: number) => {
    const value = Number(env[name] || otherwise);
    if (Number.isSafeInteger(value)) return value;
    throw new Error(`${name}: expected a whole number, got ${env[name]}`);
  };
  return {
    seed: number("FUZZ_SEED", Math.floor(Math.random() * 2 ** 31)),
    runs: number("FUZZ_CASES", usual),
  };
}

/** Tries a law until a case breaks it. What the case was and how to repeat it, or null where all held. */
export async function breachOf<T>(
  law: fc.IAsyncProperty<T> | fc.IProperty<T>,
  { seed, runs }: LawRuns,
): Promise<string | null> {
  const details = await fc.check(law, { seed, numRuns: runs });
  if (!details.failed) return null;
  const report = (await fc.asyncDefaultReportMessage(details)) ?? "";
  return [messageOf(details.errorInstance), report].map(cut).join("\n");
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS
    ? text
    : `${text.slice(0, MOST_CHARACTERS)}... (${text.length} characters)`;
}
