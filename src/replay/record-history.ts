import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { feedHistory } from "./feed-history.js";
import type { History, NamedHistory } from "./history.js";

/** The file that a recorded history is left in. */
export function recordedFile({ name }: NamedHistory): string {
  return `${name}_recorded.jsonl`;
}

/**
 * A history with what a syncer finds in each line as what is expected of it; the rest of each line as it was given.
 *
 * @param syncer with the history's grace.
 */
export async function recordHistory(history: History, syncer: DrilledSyncer): Promise<string> {
  await syncer.reset(history.lines[0]?.at ?? 0);
  const { lines } = await feedHistory(history, syncer);
  return lines
    .map(({ line, reply: { mismatches, error } }) => {
      const rules = mismatches.map(({ rule }) => rule);
      const expect = canonicalJson({ mismatches: rules, ...(error === null ? {} : { error }) });
      return `${line.text.replace("{", `{"expect":${expect},`)}\n`;
    })
    .join("");
}
