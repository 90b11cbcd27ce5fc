import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import type { CounterText } from "../counter-text.js";
import { wasRead } from "../http/answer.js";
import { type Check, checksIn } from "./check.js";
import { cannotSee } from "./scraped-targets.js";

const { passed, failed, warned, skipped } = checksIn("delivered");

/** What an Alertmanager counted of one kind of receiver since its start. */
export interface Delivery {
  readonly kind: string;
  readonly sent: number;
  readonly failed: number;
  /** Single attempts: an Alertmanager tries again and again before it says that a notification failed. */
  readonly attempts: number;
  readonly failedAttempts: number;
}

/** The counters of the kinds of receiver that the pack's alerts go to. */
export function deliveries(counters: CounterText, kinds: readonly string[]): Delivery[] {
  return kinds.map((kind) => {
    const of = (name: string) => counters.sum(`alertmanager_${name}`, { integration: kind }) ?? 0;
    return {
      kind,
      sent: of("notifications_total"),
      failed: of("notifications_failed_total"),
      attempts: of("notification_requests_total"),
      failedAttempts: of("notification_requests_failed_total"),
    };
  });
}

/** What stands between Alertmanager and a person, as far as its own counters tell. */
export function judgeDelivered({ counters }: AlertmanagerSeen, kinds: readonly string[]): Check[] {
  if (!wasRead(counters)) return [skipped("errors", cannotSee("what was delivered", counters.refusal))];
  if (kinds.length === 0) return [];
  return [...judgeReload(counters.value), ...deliveries(counters.value, kinds).map(judgeKind)];
}

function judgeKind({ kind, sent, failed: lost, attempts, failedAttempts }: Delivery): Check {
  if (sent === 0 && attempts === 0)
    return skipped("errors", "delivery: nothing was sent since its start; ring proves it");
  const says = `${kind}: ${lost} of ${sent} notifications failed, ${failedAttempts} of ${attempts} attempts`;
  const cure = `see Alertmanager's log for what the ${kind} receiver answers`;
  const isDead = attempts > 0 ? failedAttempts >= attempts : lost >= sent;
  if (isDead) return failed("errors", says, ["not one attempt succeeded since its start"], cure);
  if (lost > 0 || failedAttempts > 0)
    return warned("errors", says, ["counted since its start, over all receivers of this kind"], cure);
  return passed("errors", `${kind}: ${sent} sent, 0 failed`);
}

function judgeReload(counters: CounterText): Check[] {
  const loaded = counters.sum("alertmanager_config_last_reload_successful");
  if (loaded === null) return [];
  if (loaded === 1) return [passed("reload", "configuration loaded")];
  const why = ["what runs is an older configuration than the file's"];
  return [
    failed(
      "reload",
      "Alertmanager could not load its configuration",
      why,
      "amtool check-config, mend the file, reload",
    ),
  ];
}
