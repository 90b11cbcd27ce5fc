import { RULES } from "../syncer/mismatch-rules.js";
import type { Check, Observation } from "./check.js";
import type { SyncReply } from "./drilled-syncer.js";
import type { Exchange } from "./grace.js";

const TWO_SIDED: readonly string[] = RULES.filter(({ comparesTwoSides }) => comparesTwoSides).map(
  ({ name }) => name,
);

/** Of what a settling sync found, how much of each rule: the counters have it too, and no drill expects it. */
export function foundWhileSettling(exchanges: readonly Exchange[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { settles, reply } of exchanges) {
    for (const { rule } of settles ? reply.mismatches : []) found.set(rule, (found.get(rule) ?? 0) + 1);
  }
  return found;
}

/** While a difference settles, a sync says what the step says; only what compares two sides may not be said yet. */
export function nothingElseWhileSettling(exchanges: readonly Exchange[]): Check {
  const said = "as when it has settled";
  return {
    label: "while a difference settles, the rest is found as ever",
    stage: "found",
    expected: said,
    actual: ({ replies }: Observation) => {
      const other = exchanges.find(({ settles, step, reply }) => settles && !fits(reply, replies[step]));
      return other === undefined ? said : `sync ${other.step + 1}, settling: ${inWords(other.reply)}`;
    },
    deviations: () => [
      { kind: "other", what: "what needs no grace is found otherwise while a difference settles" },
    ],
  };
}

function fits(settling: SyncReply, settled: SyncReply | undefined): boolean {
  if (settled === undefined || settling.error !== null) return false;
  const rulesOf = ({ mismatches }: SyncReply) => mismatches.map(({ rule }) => rule);
  const [early, late] = [rulesOf(settling), rulesOf(settled)];
  const oneSided = (rules: readonly string[]) => rules.filter((rule) => !TWO_SIDED.includes(rule)).join();
  const count = (rules: readonly string[], rule: string) => rules.filter((one) => one === rule).length;
  return (
    settling.ok === (early.length === 0) &&
    oneSided(early) === oneSided(late) &&
    TWO_SIDED.every((rule) => count(early, rule) <= count(late, rule))
  );
}

function inWords({ ok, error, mismatches }: SyncReply): string {
  const rules = mismatches.map(({ rule }) => rule).join(", ") || "nothing";
  return `${ok ? "ok" : "not ok"}, found ${rules}${error === null ? "" : `, error ${error}`}`;
}
