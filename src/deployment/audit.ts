import type { AlertmanagerSeen } from "./alertmanager/read-alertmanager.js";
import { readAlertmanager } from "./alertmanager/read-alertmanager.js";
import type { AuditPart } from "./check/check.js";
import { askDestinations } from "./check/destinations.js";
import { type Estimate, estimate } from "./check/estimate.js";
import { judgeAlertmanager } from "./check/judge-alertmanager.js";
import { judgePrometheus } from "./check/judge-prometheus.js";
import type { Ask } from "./http/ask.js";
import type { ExpectedPack } from "./pack.js";
import { type PrometheusSeen, readPrometheus } from "./prometheus/read-prometheus.js";
import { refuseUnread } from "./refuse-unread.js";

/** What is to be audited. */
export interface AuditPlan {
  readonly prometheus: readonly string[];
  readonly alertmanagers: readonly string[];
  /** Whom a page must reach; null: anybody. */
  readonly receiver: string | null;
  /** How many targets must be up; null: however many there are. */
  readonly targets: number | null;
  readonly pack: ExpectedPack;
}

/** The outside, as far as an audit needs it. */
export interface AuditPorts {
  readonly ask: Ask;
  readonly clock: () => number;
}

/** Everything that an audit read and found. */
export interface Audit {
  readonly parts: readonly AuditPart[];
  /** Null where a mismatch pages nobody. */
  readonly estimate: Estimate | null;
  readonly seen: readonly PrometheusSeen[];
  readonly alertmanagers: readonly AlertmanagerSeen[];
}

/**
 * Asks every server once, and judges the way of a page from the exporter to the receiver. It changes nothing.
 *
 * @throws DrillError `not_completed` where a server does not answer as what it was taken for: then there is no verdict.
 */
export async function audit(plan: AuditPlan, ports: AuditPorts): Promise<Audit> {
  const { pack } = plan;
  const questions = { prefix: pack.settings.prefix, metrics: pack.metrics, clock: ports.clock };
  const [seen, alertmanagers] = await Promise.all([
    Promise.all(plan.prometheus.map((url) => readPrometheus(ports.ask, { ...questions, url }))),
    Promise.all(plan.alertmanagers.map((url) => readAlertmanager(ports.ask, url, ports.clock))),
  ]);
  refuseUnread(seen, alertmanagers);
  const destinations = await Promise.all(seen.map((one) => askDestinations(ports.ask, one, alertmanagers)));
  const parts = [
    ...seen.flatMap((one, index) =>
      judgePrometheus(one, { ...plan, alertmanagers, destinations: destinations[index] ?? [] }, ports.clock),
    ),
    ...alertmanagers.flatMap((one) => judgeAlertmanager(one, { ...plan, seen, alertmanagers }, ports.clock)),
  ];
  return { parts, estimate: estimate(seen, alertmanagers, plan, ports.clock), seen, alertmanagers };
}
