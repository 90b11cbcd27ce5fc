import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { type Read, wasRead } from "../http/answer.js";
import { configurationOf } from "../outgoing/prometheus-configuration.js";
import type { ExpectedPack } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import type { AuditPart } from "./check.js";
import type { AskedAlertmanager } from "./destinations.js";
import { judgeRelabelling } from "./judge-relabelling.js";
import { judgeFiring, judgeRules } from "./judge-rules.js";
import { judgeScraped } from "./judge-scraped.js";
import { judgeSent } from "./judge-sent.js";
import { firingNow } from "./placed-alerts.js";

/** What the parts of one Prometheus are judged by. */
export interface PrometheusWishes {
  readonly pack: ExpectedPack;
  readonly targets: number | null;
  readonly prometheus: readonly string[];
  readonly alertmanagers: readonly AlertmanagerSeen[];
  readonly destinations: readonly AskedAlertmanager[];
}

/** The three parts of the way that a Prometheus is. */
export function judgePrometheus(
  seen: PrometheusSeen,
  { pack, targets, prometheus, alertmanagers, destinations }: PrometheusWishes,
  clock: () => number,
): AuditPart[] {
  const now = seen.now ?? clock();
  const where = prometheus.length > 1 ? ` ${seen.url}` : "";
  const configuration = configurationOf(seen);
  const files = configuration?.ruleFiles ?? null;
  return [
    {
      title: `Scraped (Prometheus ${versionText(seen.version)}${where})`,
      checks: judgeScraped(seen, pack, targets, now),
    },
    {
      title: `Rules${where}`,
      checks: [...judgeRules(seen, pack, files), ...judgeFiring(firingNow(seen, pack))],
    },
    {
      title: `Sent${where}`,
      checks: [
        ...judgeSent(seen, destinations, alertmanagers, now),
        ...judgeRelabelling(seen, pack, configuration),
      ],
    },
  ];
}

function versionText(version: Read<string>): string {
  return wasRead(version) ? version.value.replace(/\+.*$/, "") : "of unknown version";
}
