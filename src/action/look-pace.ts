import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 4;
const LONGEST_MS = 10_000;

/**
 * Keeps a look away from the write before it: for several times as long as this run took from its own look to its
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
    this.#pause = Math.min(PATIENCE * (performance.now() - this.#lookedAt), LONGEST_MS);
  }
}
