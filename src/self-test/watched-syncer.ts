import type { DrilledSyncer, SyncReply, SyncRequest } from "../drill/drilled-syncer.js";
import { DrillError } from "../errors.js";

/** A syncer in this process that is given up where it does not come back in time. */
export class WatchedSyncer implements DrilledSyncer {
  readonly #watched: DrilledSyncer;
  readonly #limit: number;

  /** @param limit ms for each call. */
  constructor(watched: DrilledSyncer, limit: number) {
    this.#watched = watched;
    this.#limit = limit;
  }

  get identity() {
    return this.#watched.identity;
  }

  get takes() {
    return this.#watched.takes ?? [];
  }

  get settle() {
    return this.#watched.settle;
  }

  reset(now: number, lastTs?: number): Promise<void> {
    return this.#within(this.#watched.reset(now, lastTs));
  }

  sync(request: SyncRequest): Promise<SyncReply> {
    return this.#within(this.#watched.sync(request));
  }

  metrics(now: number): Promise<string> {
    return this.#within(this.#watched.metrics(now));
  }

  async #within<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const why = `it did not come back within ${this.#limit} ms`;
      timer = setTimeout(() => reject(new DrillError("syncer_broke_off", why)), this.#limit);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
