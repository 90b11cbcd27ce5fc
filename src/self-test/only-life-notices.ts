import { fixedDrills } from "../drills/suites.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import { type Findings, findEach, type MismatchRule } from "../syncer/mismatch-rules.js";
import type { RuleInput } from "../syncer/rules/rule-row.js";
import { ADVISED, AT_ONCE } from "../syncer/settling.js";
import type { BrokenSyncer } from "./broken-syncer.js";
import type { Habits } from "./sketch-syncer.js";
import { tableSyncer } from "./table-syncer.js";

const DRILLED_SYMBOLS: ReadonlySet<string> = new Set(
  JSON.stringify(fixedDrills(DEFAULT_METRIC_PREFIX).map(({ steps }) => steps)).match(
    /(?<="symbol":)"[^"]*"/g,
  ),
);
const ANOTHER_SEED = 2;
const GRACE = { says: ADVISED, waits: ADVISED };

/** Wrong in ways that drills which are the same in each run, and so can be known, let pass. */
export const ONLY_LIFE_NOTICES: readonly BrokenSyncer[] = [
  {
    ...onlyLife("never looks at a snapshot, and answers what was recorded with another seed", {}),
    made: (sketch) => tableSyncer(sketch, ANOTHER_SEED),
  },
  onlyLife("knows the symbols of the drills, and looks at no other", {
    each: (input) => findEach({ ...input, ...onlyDrilled(input) }),
  }),
  onlyLife("forgets the grace that it says it has", { grace: { says: ADVISED, waits: AT_ONCE } }),
  onlyLife("waits almost a second longer than it says", {
    grace: { says: ADVISED, waits: { ...ADVISED, ms: ADVISED.ms + 900 } },
  }),
  onlyLife("waits for the syncs that it says, not for the time", {
    grace: { says: ADVISED, waits: { ...ADVISED, ms: 0 } },
  }),
  onlyLife("waits for the time that it says, not for the syncs", {
    grace: { says: ADVISED, waits: { ...ADVISED, syncs: 1 } },
  }),
  onlyLife("takes a position that is off by another amount for the same difference", {
    each: renaming("position_mismatch", (detail) => detail.split(": we said")[0] ?? ""),
  }),
  onlyLife("lets a difference settle while the fetch fails", { failureMakesThem: "last" }),
  onlyLife("waits anew after each fetch that fails", { failureMakesThem: "begin anew" }),
  onlyLife("forgets the last ts where it is started anew", { overlooks: "the last ts given" }),
  onlyLife("remembers no row of the snapshot before", { overlooks: "past rows" }),
  onlyLife("takes a ts from the far future for the present", { overlooks: "the future" }),
  onlyLife("takes cross and isolated positions of one side together", { each: withoutModes }),
  onlyLife("knows an order on any symbol by an id of ours on another", { each: knowingIdsAnywhere }),
];

function onlyLife(wrong: string, habits: Habits): BrokenSyncer {
  return { wrong, caughtBy: "life", habits: { grace: GRACE, ...habits } };
}

/** One rule's differences are told apart by less than they are. */
function renaming(rule: MismatchRule, keyOf: (detail: string) => string) {
  return (input: RuleInput): Findings[] =>
    findEach(input).map((findings) =>
      findings.rule.name === rule
        ? { ...findings, found: findings.found.map((one) => ({ ...one, sameAs: keyOf(one.detail) })) }
        : findings,
    );
}

/** What one rule finds is what it finds in another account. */
function asIf(rule: MismatchRule, change: (input: RuleInput) => RuleInput) {
  return (input: RuleInput): Findings[] => {
    const [honest, changed] = [findEach(input), findEach(change(input))];
    return honest.map((findings, at) => (findings.rule.name === rule ? (changed[at] ?? findings) : findings));
  };
}

function withoutModes(input: RuleInput): Findings[] {
  return asIf("position_mismatch", (given) => ({
    ...given,
    knownPositions: given.knownPositions?.map(({ marginMode: _, ...ours }) => ours) ?? null,
  }))(input);
}

function knowingIdsAnywhere(input: RuleInput): Findings[] {
  const { knownOrders = null, knownOrderIds } = input;
  if (knownOrders === null) return findEach(input);
  const ids = knownOrders.map(({ orderId }) => orderId);
  return asIf("orphan_order", (given) => ({
    ...given,
    knownOrderIds: new Set([...(knownOrderIds ?? []), ...ids]),
  }))(input);
}

function onlyDrilled({ snapshot, knownOrders = null, knownPositions = null }: RuleInput): Partial<RuleInput> {
  const isDrilled = ({ symbol }: { readonly symbol: string }) => DRILLED_SYMBOLS.has(JSON.stringify(symbol));
  return {
    snapshot: {
      ...snapshot,
      positions: snapshot.positions.filter(isDrilled),
      openOrders: snapshot.openOrders.filter(isDrilled),
    },
    knownOrders: knownOrders?.filter(isDrilled) ?? null,
    knownPositions: knownPositions?.filter(isDrilled) ?? null,
  };
}
