import type { Settle } from "../../syncer/settling.js";
import type { Difference } from "./finding.js";

interface Streak {
  readonly amount: string;
  readonly since: number;
  readonly until: number;
  readonly syncs: number;
}

/** For how long each difference has been there. */
export class Streaks {
  #streaks = new Map<string, Streak>();

  /** Ms since the oldest of these differences was first seen, were they seen now; 0 where all are new. */
  oldest(differences: readonly Difference[], at: number): number {
    return Math.max(0, ...differences.map((difference) => at - this.#continued(difference, at).since));
  }

  /** One more sight, in Unix ms: what is not seen in it is over. Gives those that have settled. */
  see(differences: readonly Difference[], at: number, settle: Settle): Difference[] {
    this.#streaks = new Map(differences.map((seen) => [keyOf(seen), this.#continued(seen, at)]));
    return differences.filter((seen) => {
      const streak = this.#streaks.get(keyOf(seen));
      return streak !== undefined && hasSettled(streak, settle);
    });
  }

  /** Those that have settled before, or need no time at all, in an answer that is no sight. */
  settledBefore(differences: readonly Difference[], settle: Settle): Difference[] {
    return differences.filter((seen) => {
      const streak = this.#streaks.get(keyOf(seen));
      const settled = streak?.amount === seen.amount && hasSettled(streak, settle);
      return settled || (settle.syncs <= 1 && settle.ms <= 0);
    });
  }

  #continued(seen: Difference, at: number): Streak {
    const before = this.#streaks.get(keyOf(seen));
    if (before?.amount !== seen.amount) return { amount: seen.amount, since: at, until: at, syncs: 1 };
    return { ...before, until: at, syncs: before.syncs + 1 };
  }
}

function hasSettled({ since, until, syncs }: Streak, settle: Settle): boolean {
  return syncs >= settle.syncs && until - since >= settle.ms;
}

function keyOf({ rule, row }: Difference): string {
  return `${rule} ${row}`;
}
