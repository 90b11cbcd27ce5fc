import { setTimeout as sleep } from "node:timers/promises";

const LEAST_MS = 1_000;
const LONGEST_MS = 3_000;
const PATIENCE = 2;

/**
 * Keeps a look away from the write before it: a second, or twice as long as this run took from its own look to its
 * own write. Another run that looked before that write, has written by then, also where GitHub is slow.
 */
export class LookPace {
  #lookedAt = 0;
  #pause = 0;

  async beforeLook(): Promise<void> {
    if (this.#pause > 0) await sleep(this.#pause);
    this.#pause = 0;
    this.#lookedAt = performance.now();
  }

  afterWrite(): void {
    const took = performance.now() - this.#lookedAt;
    this.#pause = Math.min(Math.max(PATIENCE * took, LEAST_MS), LONGEST_MS);
  }
}
