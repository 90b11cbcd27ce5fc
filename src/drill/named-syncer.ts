import type { DrilledSyncer, SyncReply, SyncRequest } from "./drilled-syncer.js";
import type { Names } from "./names.js";

/** A syncer that calls rules and reasons by other names, seen through them: its answers come in ours. */
export class NamedSyncer implements DrilledSyncer {
  readonly names: Names;
  readonly #syncer: DrilledSyncer;
  readonly #rules: ReadonlyMap<string, string>;
  readonly #reasons: ReadonlyMap<string, string>;

  constructor(syncer: DrilledSyncer, names: Names) {
    this.#syncer = syncer;
    this.names = names;
    this.#rules = reversed(names.rules);
    this.#reasons = reversed(names.reasons);
  }

  get identity() {
    return this.#syncer.identity;
  }

  get stderr() {
    return this.#syncer.stderr ?? "";
  }

  get settle() {
    return this.#syncer.settle;
  }

  get takes() {
    return this.#syncer.takes;
  }

  reset(now: number): Promise<void> {
    return this.#syncer.reset(now);
  }

  async sync(request: SyncRequest): Promise<SyncReply> {
    const reply = await this.#syncer.sync(request);
    const { mismatches, error } = reply;
    return {
      ...reply,
      mismatches: mismatches.map(({ rule, detail }) => ({ rule: this.#rules.get(rule) ?? rule, detail })),
      error: error === null ? null : (this.#reasons.get(error) ?? error),
    };
  }

  metrics(now: number): Promise<string> {
    return this.#syncer.metrics(now);
  }

  async end(): Promise<void> {
    await this.#syncer.end?.();
  }
}

function reversed(names: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...names].map(([ours, theirs]) => [theirs, ours]));
}
