import { quoted } from "../syncer/printable.js";
import type { SeriesLabel } from "./metrics-text.js";

/** How a team calls the rules and the reasons of the contract: its name by ours. What is not named is called as here. */
export interface Names {
  readonly rules: ReadonlyMap<string, string>;
  readonly reasons: ReadonlyMap<string, string>;
}

/** What there is to say of names that are not the contract's, one line; null where all are. */
export function namesNote(names: Names): string | null {
  const said = [...names.rules, ...names.reasons].filter(([ours, theirs]) => ours !== theirs);
  if (said.length === 0) return null;
  return `named by the syncer: ${said.map(([ours, theirs]) => `${ours} ${quoted(theirs)}`).join(", ")}`;
}

/** How a metrics text calls the value of a label. */
export function wordIn(names: Names | undefined, [label, value]: SeriesLabel): string {
  const kinds: Readonly<Record<string, ReadonlyMap<string, string> | undefined>> = {
    rule: names?.rules,
    reason: names?.reasons,
  };
  return kinds[label]?.get(value) ?? value;
}
