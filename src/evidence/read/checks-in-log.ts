import type { SaidCheck } from "./said-results.js";

const WORDS: Readonly<Record<string, string>> = { PASS: "passed", FAIL: "failed", SKIP: "skipped" };

/** The checks that the log of a drill holds, in its order; none where the syncer broke off in it. */
export function checksInLog(log: string): SaidCheck[] {
  return [...log.matchAll(/^ {2}(PASS|FAIL|SKIP): (.*)$/gm)].map(([, word = "", label = ""]) => ({
    label,
    status: WORDS[word] ?? "",
  }));
}
