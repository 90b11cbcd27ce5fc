import { DrillError } from "../errors.js";
import { AccountView } from "./account-view.js";
import { matchOrders } from "./match-orders.js";
import { DUPLICATE_KEY } from "./rules/duplicate-key.js";
import { IMPOSSIBLE_FILL } from "./rules/impossible-fill.js";
import { MISSING_ORDER } from "./rules/missing-order.js";
import { NEGATIVE_QTY } from "./rules/negative-qty.js";
import { ORDER_MISMATCH } from "./rules/order-mismatch.js";
import { ORPHAN_ORDER } from "./rules/orphan-order.js";
import { POSITION_MISMATCH } from "./rules/position-mismatch.js";
import type { Finding, RuleInput, RuleRow } from "./rules/rule-row.js";
import { TS_REGRESSION } from "./rules/ts-regression.js";

const ROWS = [
  TS_REGRESSION,
  DUPLICATE_KEY,
  NEGATIVE_QTY,
  IMPOSSIBLE_FILL,
  ORPHAN_ORDER,
  MISSING_ORDER,
  ORDER_MISMATCH,
  POSITION_MISMATCH,
] as const;

/** The name of a mismatch rule: the value of the label `rule`. */
export type MismatchRule = (typeof ROWS)[number]["name"];

/** All mismatch rules, in the order in which findings are reported (contract, section 3). A new rule is one row more. */
export const RULES: readonly RuleRow<MismatchRule>[] = ROWS;

/** The names of all mismatch rules, in the order in which findings are reported. */
export const MISMATCH_RULES: readonly MismatchRule[] = RULES.map(({ name }) => name);

/** The rules that the suites `runbook` and `full` ask for. */
export const RUNBOOK_RULES: readonly MismatchRule[] = RULES.filter(
  ({ askedBy }) => askedBy === "runbook",
).map(({ name }) => name);

/** One finding: the rule that fired, and the row or value that made it fire, in one printable line. */
export interface Mismatch {
  readonly rule: MismatchRule;
  readonly detail: string;
}

/** What one rule found. */
export interface Findings {
  readonly rule: RuleRow<MismatchRule>;
  readonly found: readonly Finding[];
}

/** What each rule finds at once, rules in the order of the contract (section 3). Reads only. */
export function findEach(input: RuleInput, account = new AccountView(input.snapshot)): Findings[] {
  const { knownOrders = null } = input;
  const sight = { account, matches: knownOrders === null ? null : matchOrders(knownOrders, account) };
  return RULES.map((rule) => ({ rule, found: rule.find(input, sight) }));
}

/** All findings of all rules, without waiting for any to last. Reads only. */
export function findMismatches(input: RuleInput): Mismatch[] {
  return findEach(input).flatMap(({ rule, found }) =>
    found.map(({ detail }) => ({ rule: rule.name, detail })),
  );
}

/** The row of a rule. */
export function ruleRow(rule: MismatchRule): RuleRow<MismatchRule> {
  const row = RULES.find(({ name }) => name === rule);
  if (row === undefined) throw new DrillError("bad_input", `no rule ${rule}`);
  return row;
}
