import { DUPLICATE_KEY } from "./rules/duplicate-key.js";
import { NEGATIVE_QTY } from "./rules/negative-qty.js";
import { ORPHAN_ORDER } from "./rules/orphan-order.js";
import type { RuleInput, RuleRow } from "./rules/rule-row.js";
import { TS_REGRESSION } from "./rules/ts-regression.js";

const ROWS = [TS_REGRESSION, DUPLICATE_KEY, NEGATIVE_QTY, ORPHAN_ORDER] as const;

/** The name of a mismatch rule: the value of the label `rule`. */
export type MismatchRule = (typeof ROWS)[number]["name"];

/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
export const RULES: readonly RuleRow<MismatchRule>[] = ROWS;

/** The names of all mismatch rules, in the order in which findings are reported. */
export const MISMATCH_RULES: readonly MismatchRule[] = RULES.map(({ name }) => name);

/** One finding: the rule that fired, and the row or value that made it fire, in one printable line. */
export interface Mismatch {
  readonly rule: MismatchRule;
  readonly detail: string;
}

/** All findings of all rules, in the order of the contract (section 3). Reads only. */
export function findMismatches(input: RuleInput): Mismatch[] {
  return RULES.flatMap(({ name, find }) => find(input).map((detail) => ({ rule: name, detail })));
}

/** The row of a rule. */
export function ruleRow(rule: MismatchRule): RuleRow<MismatchRule> {
  const row = RULES.find(({ name }) => name === rule);
  if (row === undefined) throw new RangeError(`no rule ${rule}`);
  return row;
}
