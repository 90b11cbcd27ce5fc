import type { Settle } from "../syncer/settling.js";
import type { DrilledSyncer, SyncReply, SyncRequest } from "./drilled-syncer.js";
import type { Names } from "./names.js";

/** What was said of a syncer beforehand, which it cannot say itself. */
export interface Declared {
  /** How it calls rules and reasons: its answers are taken by our names. */
  readonly names?: Names | undefined;
  /** How long a difference lasts before it says so, where it says nothing of it itself. */
  readonly settle?: Settle | undefined;
}

/** A syncer as it was declared. */
export class DeclaredSyncer implements DrilledSyncer {
  readonly names: Names | undefined;
  readonly #syncer: DrilledSyncer;
  readonly #settle: Settle | undefined;
  readonly #rules: ReadonlyMap<string, string>;
  readonly #reasons: ReadonlyMap<string, string>;

  constructor(syncer: DrilledSyncer, { names, settle }: Declared) {
    this.#syncer = syncer;
    this.names = names;
    this.#settle = settle;
    this.#rules = reversed(names?.rules);
    this.#reasons = reversed(names?.reasons);
  }

  get identity() {
    return this.#syncer.identity;
  }

  get stderr() {
    return this.#syncer.stderr ?? "";
  }

  get settle() {
    return this.#syncer.settle ?? this.#settle;
  }

  get takes() {
    return this.#syncer.takes;
  }

  reset(now: number, lastTs?: number): Promise<void> {
    return this.#syncer.reset(now, lastTs);
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

function reversed(names: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  return new Map([...names].map(([ours, theirs]) => [theirs, ours]));
}
