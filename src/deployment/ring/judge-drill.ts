import type { HeldAlert } from "../alertmanager/alertmanager-answers.js";
import { type Check, checksIn, few } from "../check/check.js";
import type { Delivery } from "../check/judge-delivered.js";
import { type Read, wasRead } from "../http/answer.js";
import { HEARTBEAT } from "../pack.js";
import { type Counted, isDelivered, since } from "./counted-between.js";
import type { DrillPost } from "./drill-post.js";
import type { Heartbeats } from "./others-that-use.js";
import type { OwnWebhook } from "./own-webhook.js";

const { passed, failed, warned, skipped, unseen } = checksIn("delivered");
const routed = checksIn("routed");

/** What is known of a drill on its way. */
export interface DrillOnItsWay {
  readonly id: string;
  readonly receiver: string;
  /** `webhook` and the like, of the receiver. */
  readonly kinds: readonly string[];
  /** Whether the receiver tells when an alert is over. */
  readonly sendsResolved: boolean;
  /** Whether somebody is asked to say that the page arrived: that proves it then. */
  readonly isAsked: boolean;
  /** Unix ms after which the drill has been told, if it is told at all. */
  readonly toldBy: number;
  /** When heartbeats go to the same kinds of receiver; null where none does. */
  readonly heartbeats: Heartbeats | null;
  readonly isTheRealWay: boolean;
  readonly before: Delivery | null;
  readonly webhook: OwnWebhook | null;
}

/** What Alertmanager says about the way of the drill; null while it does not say yet. */
export function judgeHeld(
  held: readonly Read<readonly HeldAlert[]>[],
  { receiver, isTheRealWay, id }: DrillOnItsWay,
): Check | null {
  const alerts = held.flatMap((read) => (wasRead(read) ? read.value : []));
  if (alerts.length < held.length || alerts.some(({ state }) => state === "unprocessed")) return null;
  const suppressed = alerts.find(({ state }) => state === "suppressed");
  if (suppressed !== undefined) {
    const by = [
      ...suppressed.silencedBy.map((silence) => `by silence ${silence}`),
      ...suppressed.inhibitedBy.map((other) => `inhibited by alert ${other}`),
      ...suppressed.mutedBy.map((interval) => `muted by "${interval}"`),
    ];
    return routed.failed(
      "drill",
      "the drill is suppressed",
      [few(by)],
      "check says which silence, inhibition or interval it is",
    );
  }
  const receivers = [...new Set(alerts.flatMap((alert) => alert.receivers))];
  if (!receivers.includes(receiver)) {
    const why = [`drill ${id} went to ${few(receivers.map((name) => `"${name}"`))}`];
    return routed.failed(
      "drill",
      `the drill is not routed to "${receiver}"`,
      why,
      "check says which matcher does not match",
    );
  }
  if (isTheRealWay) return routed.passed("drill", `routed to "${receiver}", not suppressed`);
  const why = [
    "a route takes the drill another way than a mismatch's alert: what follows proves the drill's path only",
  ];
  return routed.warned(
    "drill",
    `routed to "${receiver}", not suppressed: drill path only`,
    why,
    "let the drill take the mismatch's route",
  );
}

/** What Alertmanager counted, and which other alerts use the same kinds of receiver: it counts them together. */
export interface Counters {
  readonly delivery: Delivery | null;
  readonly others: readonly string[];
  /** Unix ms. */
  readonly at: number;
  /** Seconds between the first and the last notification that was counted since the post. */
  readonly spread: number;
}

/** What the receiver's side says about a page; null while it may still come. */
export function judgePage(counters: Counters, drill: DrillOnItsWay): Check | null {
  const { delivery } = counters;
  if (drill.webhook !== null) {
    return drill.webhook.seen.firing === null ? null : passed("page", "delivered: seen by our own webhook");
  }
  if (delivery === null || drill.before === null) {
    const says = "cannot see what was delivered: Alertmanager's /metrics cannot be read";
    return drill.isAsked ? skipped("page", says) : unseen("page", `${says}; --listen or --ack proves`);
  }
  const counts = since(drill.before, delivery);
  return isDelivered(counts) ? judgeCounted(counts, counters, drill) : null;
}

// The drill is not taken back before its own turn: what was told may have been another alert.
function judgeCounted(
  { sent, lost }: Counted,
  { others, at, spread }: Counters,
  drill: DrillOnItsWay,
): Check | null {
  const counted = `${drill.kinds.join(", ")} +${sent}, failed +${lost}`;
  if (others.length === 0) return passed("page", `delivered: ${counted}`);
  const beats = others.every((name) => name === HEARTBEAT) ? drill.heartbeats : null;
  // So many heartbeats fit between the first and the last that were counted; one more must be the drill.
  if (beats !== null && sent > Math.floor(spread / beats.gap) + 1) {
    return passed("page", `delivered: ${counted}, heartbeats among them`);
  }
  if (at < drill.toldBy + (beats?.longest ?? 0) * 1000) return null;
  const proof = drill.isAsked ? "--listen proves" : "--listen or --ack proves";
  const why = [`${few(others)} may have been told meanwhile, and is counted together with it; ${proof}`];
  const says = `delivered: saw ${counted}, which proves nothing`;
  return (drill.isAsked ? skipped : unseen)("page", says, why);
}

/** The verdict on a page that did not come in time. */
export function missingPage(
  { delivery: now, others }: Counters,
  drill: DrillOnItsWay,
  seconds: number,
): Check {
  const says = `not delivered within ${seconds} s`;
  if (drill.webhook !== null)
    return failed(
      "page",
      says,
      ["our own webhook was not called"],
      "see Alertmanager's log, and the URL of the receiver",
    );
  if (now === null || drill.before === null) return failed("page", says);
  const { sent, attempts, failedAttempts } = since(drill.before, now);
  const kinds = drill.kinds.join(", ");
  const why = [
    failedAttempts > 0 ? `${kinds}: ${failedAttempts} of ${attempts} attempts failed` : `${kinds} +${sent}`,
  ];
  // Where other pages are told as well, what failed may have been one of them.
  const mayBeOthers = others.some((name) => name !== HEARTBEAT) && attempts > failedAttempts;
  if (mayBeOthers) return unseen("page", says, [...why, `${few(others)} is counted together with it`]);
  return failed("page", says, why, "see Alertmanager's log for what the receiver answers");
}

/** Whether the receiver was told that the drill is over; null while that may still come. */
export function judgeResolved(
  { delivery, others }: Counters,
  paged: Delivery | null,
  drill: DrillOnItsWay,
): Check | null {
  if (!drill.sendsResolved) {
    return warned("resolved", "resolved is not sent to this receiver (send_resolved: false)");
  }
  if (drill.webhook !== null) {
    return drill.webhook.seen.resolved === null ? null : passed("resolved", "resolved was delivered");
  }
  if (delivery === null || paged === null)
    return skipped("resolved", "cannot see whether resolved was delivered");
  if (others.length > 0) {
    return skipped("resolved", "cannot tell whether resolved was delivered: other alerts are told too");
  }
  return isDelivered(since(paged, delivery)) ? passed("resolved", "resolved was delivered") : null;
}

/** The verdict on a resolved that did not come in time. */
export function missingResolved(seconds: number): Check {
  return failed(
    "resolved",
    `resolved was not delivered within ${seconds} s`,
    [],
    "see Alertmanager's log for what the receiver answers",
  );
}

/** Whether nothing of the drill is left. */
export async function judgeLeft(post: DrillPost): Promise<Check> {
  const left = await post.held();
  if (!left.every(wasRead))
    return skipped("left", "cannot see whether Alertmanager still holds the drill; it ends by itself");
  const count = left.flatMap((read) => (wasRead(read) ? read.value : [])).length;
  return count === 0
    ? passed("left", "nothing left in Alertmanager")
    : failed("left", "Alertmanager still holds the drill", [], "it ends by itself within 30 s");
}
