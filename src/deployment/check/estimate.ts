import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { type ExpectedPack, SPIKE } from "../pack.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { sharesGroup } from "./judge-route-times.js";
import { evaluationSeconds } from "./placed-alerts.js";
import { alertmanagerConfiguration, routeAlerts } from "./route-alerts.js";
import { openPaths } from "./routed-alert.js";
import { scrapeSeconds, soundScrapeSeconds } from "./scraped-targets.js";

/** Whom a mismatch pages and after how many seconds, if nothing on its way fails; null where nobody. */
export interface Estimate {
  readonly receivers: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** Seconds that the mismatch alert fires for a single mismatch. */
export function firesFor(seen: readonly PrometheusSeen[], pack: ExpectedPack): number {
  const keep = pack.alerts.find(({ name }) => name === SPIKE)?.keepFiringFor ?? 0;
  return pack.spikeRoom - longest(seen.map((one) => soundScrapeSeconds(one, pack))) + keep;
}

/** The way of one mismatch in seconds: until it is scraped, evaluated, has lasted, and its group has waited. */
export function estimate(
  seen: readonly PrometheusSeen[],
  alertmanagers: readonly AlertmanagerSeen[],
  { pack, receiver }: { readonly pack: ExpectedPack; readonly receiver: string | null },
  clock: () => number,
): Estimate | null {
  const wait = pack.alerts.find(({ name }) => name === SPIKE)?.for ?? 0;
  const paths = alertmanagers.flatMap((one) => {
    const configuration = alertmanagerConfiguration(one);
    if (configuration === null) return [];
    return routeAlerts(one, configuration, { seen, pack }, clock)
      .filter(
        ({ alert, judgement }) =>
          alert.name === SPIKE && judgement.inhibitedBy.length + judgement.silencedBy.length === 0,
      )
      .flatMap(({ judgement }) => openPaths(judgement, receiver));
  });
  if (paths.length === 0) return null;
  const [scrape, evaluation] = [
    longest(seen.map(scrapeSeconds)),
    longest(seen.map((one) => evaluationSeconds(one, pack))),
  ];
  const groupWaits = paths.map(({ groupWait }) => groupWait);
  const latest = paths.map((path) =>
    sharesGroup(path) ? Math.max(path.groupWait, path.groupInterval) : path.groupWait,
  );
  return {
    receivers: [...new Set(paths.map(({ receiver: name }) => name))],
    least: wait + Math.min(...groupWaits),
    most: wait + scrape + evaluation + Math.max(...latest),
  };
}

function longest(values: readonly (number | null)[]): number {
  return Math.max(0, ...values.map((value) => value ?? 0));
}
