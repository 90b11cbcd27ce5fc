import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";

type Call = "reset" | "sync" | "metrics";

/** The bundled syncer, until one call of one kind throws. It counts the calls that come after. */
export class BreakingSyncer implements DrilledSyncer {
  readonly identity = { name: "breaking syncer", version: "0.1", language: "TypeScript" };
  callsAfterwards = 0;
  readonly #sound = new BundledSyncer("0.1");
  readonly #call: Call;
  readonly #thrown: unknown;
  #callsLeft: number;

  /** @param nth which call of this kind throws, from 1. */
  constructor(call: Call, nth: number, thrown: unknown = new Error("the process ended")) {
    this.#call = call;
    this.#callsLeft = nth;
    this.#thrown = thrown;
  }

  async reset(now: number): Promise<void> {
    this.#countDown("reset");
    await this.#sound.reset(now);
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    this.#countDown("sync");
    return this.#sound.sync(request);
  }

  async metrics(now: number): Promise<string> {
    this.#countDown("metrics");
    return this.#sound.metrics(now);
  }

  #countDown(call: Call): void {
    if (this.#callsLeft === 0) this.callsAfterwards += 1;
    if (call !== this.#call || this.#callsLeft === 0) return;
    this.#callsLeft -= 1;
    if (this.#callsLeft === 0) throw this.#thrown;
  }
}
