import type { JsonValue } from "../syncer/canonical-json.js";
import type { Settle } from "../syncer/settling.js";
import type { FetchErrorReason } from "../syncer/sync-result.js";
import type { Names } from "./names.js";
import type { SyncerIdentity } from "./results.js";
import type { Taken } from "./taken.js";

/** One sync to make: a snapshot in wire form to feed, or a fetch that fails. */
export interface SyncRequest {
  /** Unix ms that the syncer's clock shows. */
  readonly now: number;
  /** Wire form (contract, section 2); not used where `fetchError` is set. */
  readonly snapshot: JsonValue;
  readonly fetchError: FetchErrorReason | null;
  /** Null where orphans are not to be looked for. */
  readonly knownOrderIds: readonly string[] | null;
  /**
   * What the system believes, in wire form (contract, section 7), for a syncer that takes more than ids; then
   * `knownOrderIds` are not looked at. Null or left out where no more is told.
   */
  readonly expected?: JsonValue;
}

/** What the syncer answered. Rules are plain text here: the drilled syncer may say anything. */
export interface SyncReply {
  readonly ok: boolean;
  readonly mismatches: readonly { readonly rule: string; readonly detail: string }[];
  readonly error: string | null;
  /** Unix ms. */
  readonly lastTs: number;
}

/**
 * A syncer under drill: all that the drill knows of it. The bundled syncer implements it in process; src/protocol
 * speaks to one in another process through the same calls.
 *
 * Every method may reject with a DrillError `syncer_broke_off`, after which it is not called again.
 */
export interface DrilledSyncer {
  readonly identity: SyncerIdentity;
  /**
   * A fresh syncer: counters at zero, the clock at `now` (Unix ms), last ts 0, or `lastTs` where it is one that takes up
   * what another left.
   */
  reset(now: number, lastTs?: number): Promise<void>;
  sync(request: SyncRequest): Promise<SyncReply>;
  /** The Prometheus text as its endpoint would serve it at `now` (Unix ms). */
  metrics(now: number): Promise<string>;
  /** Says goodbye after the last drill; a syncer that cannot even do that has broken off too. */
  end?(): Promise<void>;
  /** What it wrote beside its answers, safe to log; empty where it wrote nothing. */
  readonly stderr?: string;
  /** How long a difference lasts before it says so, from the first reset on; without it, at once. */
  readonly settle?: Settle | undefined;
  /** The same syncer with another grace, fresh; only of one that can be told its grace. */
  withSettle?(settle: Settle): DrilledSyncer;
  /** What it takes, from the first reset on; without it, ids of orders alone. What it does not take is not asked of it. */
  readonly takes?: readonly Taken[] | undefined;
  /** How it calls rules and reasons in its metrics text, where not as the contract does. */
  readonly names?: Names | undefined;
}
