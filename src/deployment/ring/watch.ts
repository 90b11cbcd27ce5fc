import { DrillError } from "../../errors.js";
import { REFRESH_MS } from "./drill-alert.js";
import type { DrillPost } from "./drill-post.js";
import type { RingPorts } from "./ring-ports.js";

const TICK_MS = 500;

/** @throws DrillError `not_completed` where an Alertmanager did not take the drill. */
export function refuseFailedPosts(failures: readonly string[]): void {
  const [first] = failures;
  if (first !== undefined)
    throw new DrillError("not_completed", `ring: the drill could not be posted: ${first}`);
}

/** Looks again and again until there is an answer, the time is over or the run is told to stop; keeps the drill alive. */
export class Watch {
  readonly #post: DrillPost | null;
  readonly #ports: RingPorts;
  readonly #deadline: number;
  #keptAt: number;

  constructor(post: DrillPost | null, ports: RingPorts, deadline: number) {
    this.#post = post;
    this.#ports = ports;
    this.#deadline = deadline;
    this.#keptAt = ports.clock();
  }

  async until<T>(look: () => Promise<T | null>): Promise<T | null> {
    const { clock, sleep, stopped } = this.#ports;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (clock() >= this.#deadline) return null;
      if (this.#post !== null && clock() - this.#keptAt >= REFRESH_MS) {
        this.#keptAt = clock();
        refuseFailedPosts(await this.#post.keep(clock()));
      }
      const signal = await Promise.race([sleep(TICK_MS), stopped]);
      if (typeof signal === "string") {
        throw new DrillError(
          "interrupted",
          `stopped by ${signal}: the drill was taken back, and no evidence was left`,
        );
      }
    }
  }
}
