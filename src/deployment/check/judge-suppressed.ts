import { isoSeconds } from "../../report/wording.js";
import { labelsText } from "../routing/labels.js";
import { matchersText } from "../routing/matchers/matcher.js";
import { type Check, checksIn, few } from "./check.js";
import { groupedBy, namesOf, openPaths, type RoutedAlert, tellingPaths } from "./routed-alert.js";

const { passed, failed, skipped, warned } = checksIn("routed");

/** Silences, inhibition and time intervals that swallow a page now. */
export function judgeSuppressed(alerts: readonly RoutedAlert[], receiver: string | null): Check[] {
  if (alerts.length === 0) return [];
  const unclear = alerts.flatMap(({ judgement }) => judgement.cannotTellSuppressed);
  const checks = [
    ...judgeSilences(alerts),
    ...judgeInhibition(alerts),
    ...judgeMuting(alerts, receiver),
    ...[...new Set(unclear)]
      .slice(0, 3)
      .map((why) => skipped("suppressed", "cannot tell whether an alert is suppressed", [why])),
  ];
  return checks.some(({ status }) => status !== "warned")
    ? checks
    : [passed("suppressed", "no silence, inhibition or mute"), ...checks];
}

function judgeSilences(alerts: readonly RoutedAlert[]): Check[] {
  const bySilence = groupedBy(alerts, ({ judgement }) => judgement.silencedBy.map(({ id }) => id));
  return [...bySilence].flatMap(([id, some]) => {
    const silence = some[0]?.judgement.silencedBy.find((one) => one.id === id);
    if (silence === undefined) return [];
    const { createdBy, comment, endsAt, matchers } = silence;
    const until = isoSeconds(endsAt).replace(/:\d\dZ$/, "Z");
    const says = `silence ${id.slice(0, 8)} by ${createdBy || "nobody"} until ${until} ("${comment}") swallows ${namesOf(some, alerts)}`;
    return [failed("silence", says, [`it matches ${matchersText(matchers)}`], `amtool silence expire ${id}`)];
  });
}

function judgeInhibition(alerts: readonly RoutedAlert[]): Check[] {
  const byRule = groupedBy(alerts, ({ judgement }) =>
    judgement.inhibitedBy.slice(0, 1).map(({ rule, by }) => `${rule} ${by.fingerprint}`),
  );
  return [...byRule].flatMap(([, some]) => {
    const inhibition = some[0]?.judgement.inhibitedBy[0];
    if (inhibition === undefined) return [];
    const { rule, by } = inhibition;
    const says = `${by.labels.alertname ?? "an alert"}, firing now, inhibits ${namesOf(some, alerts)}`;
    return [
      failed(
        "inhibited",
        says,
        [`${rule} holds while ${labelsText(by.labels).slice(0, 200)} fires`],
        `take the pack's alerts out of the targets of ${rule} (component!="account")`,
      ),
    ];
  });
}

function judgeMuting(alerts: readonly RoutedAlert[], receiver: string | null): Check[] {
  const muted = alerts.filter(
    ({ judgement }) =>
      tellingPaths(judgement, receiver).length > 0 && openPaths(judgement, receiver).length === 0,
  );
  const byInterval = groupedBy(muted, ({ judgement }) =>
    tellingPaths(judgement, receiver).flatMap(({ mutedBy, route }) =>
      mutedBy.slice(0, 1).map(({ kind, interval }) => JSON.stringify([kind, interval, route])),
    ),
  );
  const unclear = alerts.flatMap(({ judgement }) =>
    tellingPaths(judgement, receiver).flatMap(({ cannotTellMuted }) => cannotTellMuted),
  );
  return [
    ...[...byInterval].map(([key, some]) => {
      const [kind, interval, route]: string[] = JSON.parse(key);
      const name =
        kind === "mute"
          ? `mute_time_intervals "${interval}"`
          : `active_time_intervals "${interval}", which it lies outside of,`;
      return failed(
        "muted",
        `${name} keeps ${namesOf(some, alerts)} quiet now`,
        [`of ${route}`],
        `take "${interval}" out of the route, or its times right`,
      );
    }),
    ...[...new Set(unclear)]
      .slice(0, 3)
      .map((why) => skipped("muted", "cannot tell whether a time interval mutes", [why])),
  ];
}

// Muted at night is not muted now: it pages in this moment, and will not always.
/** Time intervals that keep an open path quiet at another time. */
export function judgeOtherTimes(
  alerts: readonly RoutedAlert[],
  receiver: string | null,
  intervalsOf: (at: string) => readonly string[],
): Check[] {
  const limited = alerts.flatMap(({ judgement }) =>
    openPaths(judgement, receiver).flatMap(({ at }) => intervalsOf(at)),
  );
  if (limited.length === 0) return [];
  const names = few([...new Set(limited)].map((name) => `"${name}"`));
  return [
    warned(
      "other-times",
      `${names} decides at other times whether anybody is paged`,
      [],
      "see that somebody else is paged then",
    ),
  ];
}
