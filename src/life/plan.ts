import type { Divergence, Planting, Scene, View } from "./divergences/divergence.js";
import type { Expected } from "./model/finding.js";
import type { Random } from "./random.js";

// Syncs before the first divergence, and between two at least.
const MORNING = 12;
const APART = 4;

/** A divergence of a day. Syncs are counted from 0. */
export interface Planted {
  readonly kind: Divergence;
  /** What it is about, in a few words. */
  readonly row: string;
  /** The sync in which it is there first. */
  readonly from: number;
  /**
   * The sync in which its rule must find it: by the contract, the first in which it has lasted for the syncer's grace,
   * unbroken and the same. Sooner is a false alarm, later is too late.
   */
  readonly due: number;
  /** The first sync in which it is no longer there. */
  readonly healed: number;
}

/** What is planted in a sync of a day, or undefined where it is healthy. */
export function plantedAt(
  { planted }: { readonly planted: readonly Planted[] },
  sync: number,
): Planted | undefined {
  return planted.find(({ from, healed }) => sync >= from && sync < healed);
}

interface Active {
  readonly kind: Divergence;
  readonly planting: Planting;
  readonly from: number;
  readonly longer: number;
  age: number;
  due: number | null;
}

/** Which divergence begins when in a day, and when it has been seen for long enough. One at a time. */
export class Plan {
  readonly planted: Planted[] = [];
  readonly random: Random;
  readonly #waiting: Divergence[];
  readonly #slot: number;
  #from: number;
  #active: Active | null = null;

  constructor(divergences: readonly Divergence[], syncs: number, random: Random) {
    this.random = random;
    this.#waiting = random.shuffled(divergences);
    this.#slot = Math.trunc((syncs - MORNING) / Math.max(1, divergences.length));
    this.#from = MORNING + random.below(Math.max(1, this.#slot));
  }

  /** Whether all have been put in and healed. */
  get isDone(): boolean {
    return this.#waiting.length === 0 && this.#active === null;
  }

  get isActive(): boolean {
    return this.#active !== null;
  }

  /** Whether the syncer is started anew in this sync. */
  get restartsNow(): boolean {
    return this.#active?.age === 1 && this.#active.planting.restarts === true;
  }

  /** Whether it is time for the next divergence. */
  isDue(sync: number): boolean {
    return this.#active === null && this.#waiting.length > 0 && sync >= this.#from;
  }

  /** Begins the next divergence that can begin now. */
  begin(scene: Scene, sync: number): void {
    for (const [place, kind] of this.#waiting.entries()) {
      const planting = kind.begin(scene);
      if (planting === null) continue;
      this.#waiting.splice(place, 1);
      this.#active = { kind, planting, from: sync, longer: this.random.between(1, 4), age: 0, due: null };
      return;
    }
  }

  /** What an answer becomes by the divergence that is there. */
  alter(view: View, at: number): View {
    if (this.#active === null) return view;
    const altered = this.#active.planting.alter(view, this.#active.age, at);
    this.#active.age += 1;
    return stamped(altered);
  }

  /** Takes note of what an altered answer must come to. True where the divergence is healed from the next sync on. */
  saw(expected: Expected, sync: number): boolean {
    const active = this.#active;
    if (active === null || !this.#isOver(active, expected, sync)) return false;
    const { kind, planting, from, due } = active;
    this.planted.push({ kind, row: planting.row, from, due: due ?? sync, healed: sync + 1 });
    planting.heal?.();
    this.#active = null;
    const pause = APART + this.random.below(Math.max(1, this.#slot));
    const left = this.#waiting.length;
    this.#from = sync + Math.min(pause, left === 0 ? pause : this.#slot * 2);
    return true;
  }

  #isOver(active: Active, expected: Expected, sync: number): boolean {
    const { kind, planting, longer, age } = active;
    const found =
      kind.foundBy === expected.error || expected.findings.some(({ rule }) => rule === kind.foundBy);
    if (found) active.due ??= sync;
    if (planting.answers !== null) return age >= planting.answers;
    return active.due !== null && sync >= active.due + longer;
  }
}

/** Only an empty account may leave its ts out. */
function stamped(view: View): View {
  const { account, stamp } = view;
  const isEmpty = account.orders.length + account.positions.length === 0;
  return account.ts === 0 && !isEmpty ? { ...view, account: { ...account, ts: stamp } } : view;
}
