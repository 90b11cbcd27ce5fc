import type { HeldAlert } from "../alertmanager/alertmanager-answers.js";
import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { valueOr } from "../http/answer.js";
import type { ActiveAlert, Moment } from "../routing/judgement.js";

/**
 * The moment that is judged: what an Alertmanager holds, by its own clock.
 *
 * @param now Unix ms by our clock.
 */
export function momentOf({ silences, alerts, clockAheadMs }: AlertmanagerSeen, now: number): Moment {
  return {
    now: now + (clockAheadMs ?? 0),
    silences: valueOr(silences, []),
    activeAlerts: activeAlertsOf(valueOr(alerts, [])),
  };
}

/** The alerts that an Alertmanager holds, as they are judged: one that says no end lasts. */
export function activeAlertsOf(held: readonly HeldAlert[]): readonly ActiveAlert[] {
  return held.map(({ labels, fingerprint, endsAt }) => ({
    labels,
    fingerprint,
    endsAt: endsAt ?? Number.POSITIVE_INFINITY,
  }));
}
