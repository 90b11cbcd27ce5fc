import { canonicalJson } from "../syncer/canonical-json.js";
import { hasGrace, type Settle } from "../syncer/settling.js";
import type { SyncReply, SyncRequest } from "./drilled-syncer.js";
import { later } from "./later.js";

/** What is fed in one sync: a step of the drill, or the same fault before it, so that it can settle. */
export interface FedSync {
  readonly request: SyncRequest;
  /** Which step of the drill, from 0. */
  readonly step: number;
  /** Whether it is only fed so that the step's difference has lasted by then. */
  readonly settles: boolean;
  /** How many ms later all of it happens than the drill has it. */
  readonly shift: number;
}

/** A sync that was fed, and what came. */
export interface Exchange extends FedSync {
  readonly reply: SyncReply;
}

// Whoever asks for more than ten seconds, not for ten, is honest too.
const MARGIN_MS = 1000;

/** How often the same is to be fed beforehand so that it has settled then, and how many ms apart. */
export function waitFor({ syncs, ms }: Settle): { readonly before: number; readonly apart: number } {
  const before = Math.max(syncs - 1, 1);
  return { before, apart: Math.ceil((ms + MARGIN_MS) / before) };
}

/**
 * What is fed to a syncer that lets a difference settle first. Where a step compares two sides, and is another than the
 * sight before it, the same is fed before it as often and as long as it takes, now and ts moving on; all that follows
 * happens that much later. Without a grace, each step is fed as it is.
 */
export function fedSyncs(steps: readonly SyncRequest[], settle: Settle | undefined): FedSync[] {
  const fed: FedSync[] = [];
  let shift = 0;
  let sight = "";
  steps.forEach((request, step) => {
    const seen = sightOf(request);
    if (hasGrace(settle) && seen !== null && seen !== sight && comparesTwoSides(request)) {
      const { before, apart } = waitFor(settle);
      for (let at = 0; at < before; at++) {
        fed.push({
          request: later(request, shift + at * apart),
          step,
          settles: true,
          shift: shift + at * apart,
        });
      }
      shift += before * apart;
    }
    sight = seen ?? sight;
    fed.push({ request: later(request, shift), step, settles: false, shift });
  });
  return fed;
}

/** Whether the syncer is told something that it can hold against the account. */
export function comparesTwoSides({ knownOrderIds, expected = null }: SyncRequest): boolean {
  return knownOrderIds !== null || expected !== null;
}

/** What the exchange and the system say, as one text; null where the fetch fails. */
export function sightOf({
  snapshot,
  fetchError,
  knownOrderIds,
  expected = null,
}: SyncRequest): string | null {
  return fetchError === null ? canonicalJson([snapshot, knownOrderIds, expected]) : null;
}
