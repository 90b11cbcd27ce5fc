import { findMismatches, type Mismatch, type MismatchRule } from "../syncer/mismatch-rules.js";
import type { RuleInput } from "../syncer/rules/rule-row.js";
import type { AccountSnapshot } from "../syncer/snapshot.js";

type Find = (input: RuleInput) => readonly Mismatch[];

/** What is found, changed. */
export function refind(change: (found: readonly Mismatch[], input: RuleInput) => readonly Mismatch[]): Find {
  return (input) => change(findMismatches(input), input);
}

/** Finds nothing of one rule that the test is true of. */
export function blindTo(rule: MismatchRule, test: (detail: string) => boolean = () => true): Find {
  return refind((found) => found.filter((one) => one.rule !== rule || !test(one.detail)));
}

/** Finds something more of one rule: one finding for each name. */
export function seeing(rule: MismatchRule, names: (snapshot: AccountSnapshot) => readonly string[]): Find {
  return refind((found, { snapshot }) => [...found, ...names(snapshot).map((detail) => ({ rule, detail }))]);
}

/** Looks at the snapshot and the known ids through something. */
export function through(change: (input: RuleInput) => RuleInput): Find {
  return (input) => findMismatches(change(input));
}

/** Takes every order id, known ones too, for another. */
export function readingIdsAs(change: (id: string) => string): Find {
  return through((input) => ({
    ...input,
    snapshot: {
      ...input.snapshot,
      openOrders: input.snapshot.openOrders.map((order) => ({ ...order, orderId: change(order.orderId) })),
    },
    knownOrderIds: input.knownOrderIds === null ? null : new Set([...input.knownOrderIds].map(change)),
  }));
}

/** Of the findings of one rule, the first so many. */
export function firstOf(rule: MismatchRule, most: number): Find {
  return refind((found) => {
    const kept = found.filter((one) => one.rule === rule).slice(0, most);
    return found.filter((one) => one.rule !== rule || kept.includes(one));
  });
}

/** What comes again, once for each time. */
export function repeated(keys: readonly string[]): string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}
