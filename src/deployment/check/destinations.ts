import { alertmanagerStatus } from "../alertmanager/alertmanager-answers.js";
import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { type Refusal, readJson, wasRead } from "../http/answer.js";
import type { Ask } from "../http/ask.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";

/** An Alertmanager that Prometheus sends to, asked itself. */
export interface AskedAlertmanager {
  /** Its address, path prefix included. */
  readonly url: string;
  /** The address that Prometheus posts to, as its counters name it. */
  readonly apiUrl: string;
  /** Why it is no Alertmanager from here; null where it answered as one. */
  readonly refusal: Refusal | null;
  /** Whether it is one of those that the user gave; null where it did not say who it is. */
  readonly isGiven: boolean | null;
}

const MOST = 6;

/**
 * Asks each Alertmanager that Prometheus names whether it is there: nothing else shows a wrong path prefix before a
 * notification has failed. One that the user gave under the same address is not asked again. The credentials are for
 * the servers that the user named, and stay away from these.
 */
export async function askDestinations(
  ask: Ask,
  { alertmanagers }: PrometheusSeen,
  given: readonly AlertmanagerSeen[],
): Promise<AskedAlertmanager[]> {
  if (!wasRead(alertmanagers)) return [];
  const asked = alertmanagers.value.slice(0, MOST).map((apiUrl) => askOne(ask, apiUrl, given));
  return Promise.all(asked);
}

async function askOne(
  ask: Ask,
  apiUrl: string,
  given: readonly AlertmanagerSeen[],
): Promise<AskedAlertmanager> {
  const url = apiUrl.replace(/\/api\/v[12]\/alerts\/?$/, "");
  if (given.some((one) => one.url === url)) return { url, apiUrl, refusal: null, isGiven: true };
  const status = readJson(await ask({ url: `${url}/api/v2/status`, trusted: false }), alertmanagerStatus);
  if (!wasRead(status)) return { url, apiUrl, refusal: status.refusal, isGiven: null };
  // The same server under another name started at the same moment.
  const isGiven = given.some((one) => wasRead(one.status) && one.status.value.uptime === status.value.uptime);
  return { url, apiUrl, refusal: null, isGiven };
}
