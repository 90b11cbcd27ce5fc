import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { wasRead } from "../http/answer.js";
import { parsedUrl, withoutSecrets } from "../http/server-url.js";
import type { PrometheusSeen } from "../prometheus/read-prometheus.js";
import { type Check, checksIn, counted, few } from "./check.js";
import type { AskedAlertmanager } from "./destinations.js";
import { cannotSee, isNew } from "./scraped-targets.js";

const { passed, failed, warned, skipped, unseen } = checksIn("sent");
/** Alerts end 4 minutes after they were last sent, unless they are sent again. */
const RESOLVED_AFTER_MS = 240_000;
const MOST_SKEW_MS = 30_000;

/** What stands between a firing alert and Alertmanager. */
export function judgeSent(
  seen: PrometheusSeen,
  destinations: readonly AskedAlertmanager[],
  given: readonly AlertmanagerSeen[],
  now: number,
): Check[] {
  const { alertmanagers } = seen;
  if (!wasRead(alertmanagers))
    return [unseen("configured", cannotSee("to whom alerts are sent", alertmanagers.refusal))];
  if (alertmanagers.value.length === 0)
    return [isNew(seen, now) ? unseen("configured", "Prometheus has just started: ask again") : NONE];
  const answers = judgeAnswers(seen, destinations, given);
  const isTold = answers.some(({ status }) => status === "failed");
  return [
    passed("configured", counted(alertmanagers.value.length, "Alertmanager")),
    ...answers,
    // That notifications are lost to one that is not there is the same fault.
    ...(isTold ? [] : [judgeLost(seen, destinations)]),
    ...given.flatMap((one) => judgeClock(seen, one)),
  ];
}

const NONE = failed(
  "configured",
  "Prometheus sends its alerts to nobody",
  ["it has no Alertmanager: no alerting section, or none of it is discovered"],
  "add alerting.alertmanagers to Prometheus' configuration",
);

function judgeAnswers(
  seen: PrometheusSeen,
  destinations: readonly AskedAlertmanager[],
  given: readonly AlertmanagerSeen[],
): Check[] {
  const known = new Set([seen.url, ...given.map(({ url }) => url)].map((url) => parsedUrl(url)?.hostname));
  const checks = destinations.flatMap((destination) => judgeDestination(seen, destination, known));
  if (checks.length > 0) return checks;
  const strangers = destinations.filter(({ isGiven }) => isGiven === false);
  if (strangers.length > 0) {
    const says = "Prometheus sends to an Alertmanager that was not asked";
    const names = strangers.map(({ url }) => withoutSecrets(url));
    return [
      warned(
        "answers",
        says,
        [`it sends to ${few(names)}; given: ${few(given.map(({ url }) => url))}`],
        `--alertmanager ${names[0]}`,
      ),
    ];
  }
  return [passed("answers", destinations.length === 1 ? "it answers" : "they answer")];
}

function judgeDestination(
  seen: PrometheusSeen,
  { url, refusal, apiUrl }: AskedAlertmanager,
  known: ReadonlySet<string | undefined>,
): Check[] {
  if (refusal === null || refusal.kind === "denied") return [];
  const address = withoutSecrets(url);
  const { lost, sent } = sendingTo(seen, apiUrl);
  const why = [
    `asked itself, it ${refusal.why}`,
    ...(lost > 0 ? [`Prometheus failed to send ${counted(lost, "time")}`] : []),
  ];
  const says = `Prometheus sends to ${address}, and no Alertmanager is there`;
  const cure =
    refusal.kind === "missing"
      ? "correct path_prefix under alerting.alertmanagers"
      : "correct the address under alerting.alertmanagers, or start that Alertmanager";
  if (lost > 0 && lost >= sent) return [failed("answers", says, why, cure)];
  // From another machine than the server's own an address may mean nothing: then only its own counters tell.
  if (lost === 0 && sent > 0) return [];
  const isHere = known.has(parsedUrl(url)?.hostname);
  return isHere
    ? [failed("answers", says, why, cure)]
    : [
        skipped(
          "answers",
          `cannot see ${address} from here: it ${refusal.why}; Prometheus has sent it nothing yet`,
        ),
      ];
}

/** How many notifications Prometheus sent to an Alertmanager, and how many of them failed. */
function sendingTo(
  { counters }: PrometheusSeen,
  apiUrl: string,
): { readonly sent: number; readonly lost: number } {
  if (!wasRead(counters)) return { sent: 0, lost: 0 };
  const of = (name: string) => counters.value.sum(name, { alertmanager: apiUrl }) ?? 0;
  return {
    sent: of("prometheus_notifications_sent_total"),
    lost: of("prometheus_notifications_errors_total"),
  };
}

function judgeLost(seen: PrometheusSeen, destinations: readonly AskedAlertmanager[]): Check {
  const { counters } = seen;
  if (!wasRead(counters))
    return skipped("lost", cannotSee("whether notifications were lost", counters.refusal));
  const dropped = counters.value.sum("prometheus_notifications_dropped_total");
  if (dropped === null)
    return skipped("lost", "cannot see whether notifications were lost: the server does not count them");
  const failing = destinations
    .map(({ apiUrl, url }) => ({ url, ...sendingTo(seen, apiUrl) }))
    .filter(({ lost }) => lost > 0);
  if (dropped === 0 && failing.length === 0) return passed("lost", "0 notifications lost");
  const why = failing.map(({ url, lost, sent }) => `to ${withoutSecrets(url)}: ${lost} failed, ${sent} sent`);
  const says = `Prometheus lost ${counted(dropped, "notification")} since its start`;
  const isDead = failing.some(({ lost, sent }) => lost >= sent);
  const cure = "see Prometheus' log for what Alertmanager answered";
  return isDead ? failed("lost", says, why, cure) : warned("lost", says, why, cure);
}

function judgeClock(seen: PrometheusSeen, { clockAheadMs, url }: AlertmanagerSeen): Check[] {
  if (clockAheadMs === null || seen.clockAheadMs === null) return [];
  const ahead = clockAheadMs - seen.clockAheadMs;
  if (Math.abs(ahead) < MOST_SKEW_MS) return [passed("clock", "clocks agree")];
  const says = `the clock of ${url} is ${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? "ahead of" : "behind"} Prometheus'`;
  const cure = "synchronise the clocks (NTP)";
  if (ahead < RESOLVED_AFTER_MS)
    return [warned("clock", says, ["silences and mute times hold at other times than they say"], cure)];
  return [failed("clock", says, ["alerts have ended when they arrive: they are taken for resolved"], cure)];
}
