import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "../../src/drill/drilled-syncer.js";

/** What is wrong with a syncer: what it makes of a request, of its own reply, of its own metrics text. */
export interface Flaws {
  readonly request?: (request: SyncRequest) => SyncRequest;
  readonly reply?: (reply: SyncReply, request: SyncRequest) => SyncReply;
  readonly metrics?: (text: string) => string;
  /** Whether a reset does nothing. */
  readonly keepsState?: boolean;
}

/** The bundled syncer, broken on purpose. */
export class FlawedSyncer implements DrilledSyncer {
  readonly identity = { name: "flawed syncer", version: "0.1", language: "TypeScript" };
  readonly #sound = new BundledSyncer("0.1");
  readonly #flaws: Flaws;

  constructor(flaws: Flaws) {
    this.#flaws = flaws;
  }

  async reset(now: number): Promise<void> {
    if (this.#flaws.keepsState !== true) await this.#sound.reset(now);
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    const { request: misread = same, reply: misreport = same } = this.#flaws;
    return misreport(await this.#sound.sync(misread(request)), request);
  }

  async metrics(now: number): Promise<string> {
    const { metrics: miscount = same } = this.#flaws;
    return miscount(await this.#sound.metrics(now));
  }
}

function same<T>(value: T): T {
  return value;
}
