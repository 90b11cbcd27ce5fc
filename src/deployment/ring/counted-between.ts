import type { Delivery } from "../check/judge-delivered.js";

/** What was counted of notifications and of single attempts. */
export interface Counted {
  readonly sent: number;
  readonly lost: number;
  readonly attempts: number;
  readonly failedAttempts: number;
}

/** What was counted between two readings. */
export function since(before: Delivery, now: Delivery): Counted {
  return {
    sent: now.sent - before.sent,
    lost: now.failed - before.failed,
    attempts: now.attempts - before.attempts,
    failedAttempts: now.failedAttempts - before.failedAttempts,
  };
}

/** Whether every notification came through: one is counted when it begins, an attempt when it ends. */
export function isDelivered({ sent, lost, attempts, failedAttempts }: Counted): boolean {
  const succeeded = attempts - failedAttempts;
  return sent > 0 && lost === 0 && succeeded >= sent;
}
