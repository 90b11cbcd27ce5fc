import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { valueOr } from "../http/answer.js";
import type { Moment } from "../routing/judgement.js";

/**
 * The moment that is judged: what an Alertmanager holds, by its own clock.
 *
 * @param now Unix ms by our clock.
 */
export function momentOf({ silences, alerts, clockAheadMs }: AlertmanagerSeen, now: number): Moment {
  return {
    now: now + (clockAheadMs ?? 0),
    silences: valueOr(silences, []),
    activeAlerts: valueOr(alerts, []).map(({ labels, fingerprint, endsAt }) => ({
      labels,
      fingerprint,
      endsAt: endsAt ?? Number.POSITIVE_INFINITY,
    })),
  };
}
