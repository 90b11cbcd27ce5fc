/** How long a difference of two sides must last before a syncer says so (contract, section 3). */
export interface Settle {
  /** In so many syncs in a row. */
  readonly syncs: number;
  /** For so many ms of the syncer's clock. */
  readonly ms: number;
}

/** Whether anything has to last at all. */
export function hasGrace(settle: Settle | undefined): settle is Settle {
  return settle !== undefined && (settle.syncs > 1 || settle.ms > 0);
}
