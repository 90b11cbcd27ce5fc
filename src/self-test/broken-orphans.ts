import type { BrokenSyncer } from "./broken-syncer.js";
import { firstOf, readingIdsAs, refind, through } from "./spoil-findings.js";

/** Ids and orphans taken wrongly, and findings that are reported wrongly. */
export const BROKEN_ORPHANS: readonly BrokenSyncer[] = [
  { wrong: "rounds order ids to a double", caughtBy: "l", habits: { find: readingIdsAs(asDouble) } },
  {
    wrong: "compares the first 18 characters of an order id",
    caughtBy: "l",
    habits: { find: readingIdsAs((id) => id.slice(0, 18)) },
  },
  {
    wrong: "takes no known ids given for none known",
    caughtBy: "a",
    alsoFails: "bde",
    habits: { find: through((input) => ({ ...input, knownOrderIds: input.knownOrderIds ?? new Set() })) },
  },
  {
    wrong: "takes an empty set of known ids for none given",
    caughtBy: "e",
    habits: {
      find: through((input) => ({
        ...input,
        knownOrderIds: input.knownOrderIds?.size === 0 ? null : input.knownOrderIds,
      })),
    },
  },
  {
    wrong: "looks at the first thousand known ids",
    caughtBy: "p",
    habits: {
      find: through((input) => ({
        ...input,
        knownOrderIds: input.knownOrderIds === null ? null : new Set([...input.knownOrderIds].slice(0, 1000)),
      })),
    },
  },
  { wrong: "reports only the first orphan", caughtBy: "p", habits: { find: firstOf("orphan_order", 1) } },
  {
    wrong: "flags known orders as orphans",
    caughtBy: "c",
    habits: {
      find: through((input) => ({
        ...input,
        knownOrderIds: input.knownOrderIds === null ? null : new Set(),
      })),
    },
  },
  {
    wrong: "names the known order in place of the orphan",
    caughtBy: "c",
    habits: {
      find: refind((found) =>
        found.map(({ rule, detail }) => ({ rule, detail: detail.replace("orphan_ord_x", "known_ord_1") })),
      ),
    },
  },
  {
    wrong: "does not say which order is the orphan",
    caughtBy: "c",
    habits: { find: refind((found) => found.map(({ rule }) => ({ rule, detail: "an order is not known" }))) },
  },
  {
    wrong: "stops at the first rule that fires",
    caughtBy: "b",
    habits: { find: refind((found) => found.filter(({ rule }) => rule === found[0]?.rule)) },
  },
  {
    wrong: "reports every finding twice",
    caughtBy: "b",
    alsoFails: "cde",
    habits: { find: refind((found) => found.flatMap((one) => [one, one])) },
  },
  {
    wrong: "reports its findings in another order",
    caughtBy: "u",
    habits: { find: refind((found) => [...found].reverse()) },
  },
  {
    wrong: "always finds something",
    caughtBy: "a",
    alsoFails: "bcde",
    habits: { find: refind((found) => [...found, { rule: "orphan_order", detail: "" }]) },
  },
];

function asDouble(id: string): string {
  return /^[0-9]+$/.test(id) ? String(Number(id)) : id;
}
