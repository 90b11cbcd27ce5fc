import { findMismatches } from "../../src/syncer/mismatch-rules.js";
import { type Fields, snapshotOf } from "./accounts.js";

/** What the rules find in one snapshot, each finding as `rule: detail`; `different` says what is not healthy in it. */
export function foundByRules(
  different: Fields,
  { known = null, lastTs = 0 }: { readonly known?: readonly string[] | null; readonly lastTs?: number } = {},
): string[] {
  const knownOrderIds = known === null ? null : new Set(known);
  const mismatches = findMismatches({ snapshot: snapshotOf(different), lastTs, knownOrderIds });
  return mismatches.map(({ rule, detail }) => `${rule}: ${detail}`);
}
