import { DrillError } from "../../errors.js";
import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { few } from "../check/check.js";
import { firingNow } from "../check/placed-alerts.js";
import { valueOr } from "../http/answer.js";
import { type ExpectedPack, HEARTBEAT } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { DRILL_ALERT } from "./drill-alert.js";

/**
 * Refuses to ring while somebody has a real alert to deal with, or another drill is under way.
 *
 * @throws DrillError `not_completed` that names it.
 */
export function refuseWhileActive(
  seen: readonly PrometheusSeen[],
  alertmanagers: readonly AlertmanagerSeen[],
  pack: ExpectedPack,
): void {
  const names = new Set([
    ...pack.alerts.map(({ name }) => name).filter((name) => name !== HEARTBEAT),
    DRILL_ALERT,
  ]);
  const held = alertmanagers.flatMap(({ alerts }) =>
    valueOr(alerts, []).flatMap(({ labels }) => labels.alertname ?? []),
  );
  const active = [
    ...new Set([...held.filter((name) => names.has(name)), ...seen.flatMap((one) => firingNow(one, pack))]),
  ];
  if (active.length === 0) return;
  const what =
    active.length === 1 && active[0] === DRILL_ALERT
      ? "another drill is under way"
      : "a real alert is active";
  throw new DrillError(
    "not_completed",
    `ring: ${what} (${few(active)}): nothing was posted; ring again when it is over`,
  );
}
