import { DrillError } from "../errors.js";
import { nameOf } from "./field-reader.js";
import type { Findings, Mismatch } from "./mismatch-rules.js";

/**
 * How long a difference between the two sides must last, unbroken and the same, before it is a finding: in so many
 * syncs in a row, and for so many ms of the syncer's clock (contract, section 3).
 */
export interface Settle {
  /** At least 1. */
  readonly syncs: number;
  readonly ms: number;
}

/** At once: what is seen is found. */
export const AT_ONCE: Settle = { syncs: 1, ms: 0 };

/** What the documents advise: in three sights, ten seconds apart, no order in flight looks the same. */
export const ADVISED: Settle = { syncs: 3, ms: 10_000 };

/** Whether anything has to last at all. */
export function hasGrace(settle: Settle | undefined): settle is Settle {
  return settle !== undefined && (settle.syncs > 1 || settle.ms > 0);
}

/** A difference, as it was at the last sight of the account. */
interface Seen {
  /** Unix ms of the first of the sights in a row. */
  readonly since: number;
  /** How many sights in a row. */
  readonly syncs: number;
  readonly isSettled: boolean;
}

/** What one sync found, and what may yet become a finding. */
export interface Sifted {
  readonly mismatches: Mismatch[];
  readonly pending: Mismatch[];
}

/** Remembers the differences of the last sight, and tells those that have lasted from those that have not. */
export class Settling {
  readonly #settle: Settle;
  readonly #isAtOnce: boolean;
  #seen: ReadonlyMap<string, Seen> = new Map();

  /** @throws DrillError `bad_input` where a number is none or too small. */
  constructor(settle: Settle) {
    refuseLess("settle.syncs", settle.syncs, 1);
    refuseLess("settle.ms", settle.ms, 0);
    this.#settle = { syncs: settle.syncs, ms: settle.ms };
    this.#isAtOnce = !hasGrace(settle);
  }

  /**
   * Sifts what the rules found.
   *
   * @param now Unix ms.
   * @param isSight false for a snapshot that was rejected: by it nothing settles and nothing is forgotten.
   */
  sift(findings: readonly Findings[], now: number, isSight: boolean): Sifted {
    const sifted: Sifted = { mismatches: [], pending: [] };
    const seen = new Map<string, Seen>();
    for (const { rule, found } of findings) {
      for (const { detail, sameAs } of found) {
        const isFinding = this.#isAtOnce || sameAs === undefined || this.#look(sameAs, now, isSight, seen);
        (isFinding ? sifted.mismatches : sifted.pending).push({ rule: rule.name, detail });
      }
    }
    if (isSight) this.#seen = seen;
    return sifted;
  }

  #look(difference: string, now: number, isSight: boolean, seen: Map<string, Seen>): boolean {
    const before = this.#seen.get(difference);
    if (!isSight) return before?.isSettled ?? false;
    const again = seen.get(difference) ?? this.#again(before, now);
    seen.set(difference, again);
    return again.isSettled;
  }

  #again(before: Seen | undefined, now: number): Seen {
    const since = before?.since ?? now;
    const syncs = (before?.syncs ?? 0) + 1;
    const hasLasted = syncs >= this.#settle.syncs && now - since >= this.#settle.ms;
    return { since, syncs, isSettled: before?.isSettled === true || hasLasted };
  }
}

function refuseLess(path: string, value: unknown, least: number): void {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= least) return;
  throw new DrillError(
    "bad_input",
    `${path}: expected a whole number of at least ${least}, got ${nameOf(value)}`,
  );
}
