import type { AlertmanagerSeen } from "../alertmanager/read-alertmanager.js";
import { type Audit, type AuditPlan, audit } from "../audit.js";
import { type Check, checksIn } from "../check/check.js";
import { alertmanagerConfiguration } from "../check/route-alerts.js";
import { valueOr } from "../http/answer.js";
import { drillId, drillLabels } from "./drill-alert.js";
import { DrillPost } from "./drill-post.js";
import { type DrillWay, drillWay, mismatchLabels } from "./drill-way.js";
import * as follow from "./follow-drill.js";
import type { OwnWebhook } from "./own-webhook.js";
import { refuseWhileActive } from "./refuse-while-active.js";
import type { RingPorts } from "./ring-ports.js";
import { waitForCode } from "./wait-for-code.js";
import { refuseFailedPosts, Watch } from "./watch.js";

/** What is to be rung. */
export interface RingPlan extends AuditPlan {
  readonly receiver: string;
  /** Seconds until the page must be there, and acknowledged; null: {@link defaultWithin}. */
  readonly within: number | null;
  /** Whether somebody shall say that it arrived. */
  readonly ack: boolean;
  /** Opens our own webhook, where the receiver's notifications are to be seen; null where it is not ours. */
  readonly listen: ((id: string) => Promise<OwnWebhook>) | null;
}

/** What a ring found: of the audit before it, and of the drill's way, in its order. */
export interface Rung {
  readonly audit: Audit;
  readonly id: string;
  readonly checks: readonly Check[];
}

const GRACE_SECONDS = 30;
const ACK_SECONDS = 300;
const { failed, unseen } = checksIn("routed");

/**
 * Audits the way, then posts a drill's alert, follows it to the receiver and takes it back, also where it is told to
 * stop.
 *
 * @throws DrillError `not_completed`, `interrupted` or `usage` (where `--listen` cannot listen).
 */
export async function ring(plan: RingPlan, ports: RingPorts): Promise<Rung> {
  const found = await audit(plan, ports);
  const { seen, alertmanagers } = found;
  refuseWhileActive(seen, alertmanagers, plan.pack);
  const id = drillId(ports.randomBytes);
  const real = mismatchLabels(seen, plan.pack);
  const labels = drillLabels(real, id);
  const way = drillWay(alertmanagers, plan.receiver, { drill: labels, real }, ports.clock());
  const [path] = way.paths;
  if (path === undefined) return { audit: found, id, checks: [noWay(plan.receiver)] };
  const webhook = (await plan.listen?.(id)) ?? null;
  try {
    const post = new DrillPost(ports.ask, plan.alertmanagers, { id, labels, startsAt: ports.clock() });
    const drill = await onItsWay(id, plan, way, { post, webhook, alertmanagers });
    const checks = await followed(
      post,
      drill,
      plan,
      { groupWait: path.groupWait, groupInterval: path.groupInterval },
      ports,
    );
    return { audit: found, id, checks };
  } finally {
    webhook?.close();
  }
}

function noWay(receiver: string): Check {
  return failed(
    "drill",
    `no way leads the drill to "${receiver}": nothing was posted`,
    ["see what check says of the way"],
    "fix the route, reload Alertmanager",
  );
}

async function onItsWay(
  id: string,
  { receiver }: RingPlan,
  { paths, isTheRealOne }: DrillWay,
  {
    post,
    webhook,
    alertmanagers,
  }: { post: DrillPost; webhook: OwnWebhook | null; alertmanagers: readonly AlertmanagerSeen[] },
): Promise<follow.DrillOnItsWay> {
  const integrations = paths.flatMap((path) => path.integrations ?? []);
  const kinds = [...new Set(integrations.map(({ kind }) => kind))].sort();
  return {
    id,
    receiver,
    kinds,
    sendsResolved: integrations.some(({ sendResolved }) => sendResolved !== false),
    others: alertmanagers.flatMap((one) => othersThatUse(one, kinds)),
    isTheRealWay: isTheRealOne,
    before: await post.delivered(kinds),
    webhook,
  };
}

function othersThatUse(one: AlertmanagerSeen, kinds: readonly string[]): string[] {
  const receivers = alertmanagerConfiguration(one)?.receivers ?? [];
  const shared = receivers.filter(({ integrations }) =>
    integrations.some(({ kind }) => kinds.includes(kind)),
  );
  const names = new Set(shared.map(({ name }) => name));
  return valueOr(one.alerts, [])
    .filter(({ state, receivers: to }) => state !== "suppressed" && to.some((name) => names.has(name)))
    .map(({ labels }) => labels.alertname ?? "an alert");
}

interface Waits {
  readonly groupWait: number;
  readonly groupInterval: number;
}

async function followed(
  post: DrillPost,
  drill: follow.DrillOnItsWay,
  plan: RingPlan,
  { groupWait, groupInterval }: Waits,
  ports: RingPorts,
): Promise<Check[]> {
  const startedAt = ports.clock();
  const checks: Check[] = [];
  const note = (check: Check) => {
    checks.push(check);
    ports.say(check, Math.round((ports.clock() - startedAt) / 1000));
    return check;
  };
  const within = plan.within ?? (plan.ack ? ACK_SECONDS : groupWait + GRACE_SECONDS);
  const watch = new Watch(post, ports, startedAt + within * 1000);
  try {
    refuseFailedPosts(await post.keep(startedAt));
    ports.posted(drill.id);
    const held = await watch.until(async () => follow.judgeHeld(await post.held(), drill));
    note(held ?? unseen("drill", "Alertmanager does not say where the drill goes"));
    if (held?.status === "failed") return checks;
    const page = await watch.until(async () => follow.judgePage(await post.delivered(drill.kinds), drill));
    note(page ?? follow.missingPage(await post.delivered(drill.kinds), drill, within));
    if (plan.ack) note(await waitForCode(drill.id, watch, ports, within));
    if (page !== null) await takeBack(post, drill, groupInterval + GRACE_SECONDS, ports, note);
    return checks;
  } finally {
    await post.end(ports.clock());
    if (checks.length > 0) note(await follow.judgeLeft(post));
  }
}

async function takeBack(
  post: DrillPost,
  drill: follow.DrillOnItsWay,
  seconds: number,
  ports: RingPorts,
  note: (check: Check) => Check,
): Promise<void> {
  const paged = await post.delivered(drill.kinds);
  refuseFailedPosts(await post.end(ports.clock()));
  const watch = new Watch(null, ports, ports.clock() + seconds * 1000);
  const resolved = await watch.until(async () =>
    follow.judgeResolved(await post.delivered(drill.kinds), paged, drill),
  );
  note(resolved ?? follow.missingResolved(seconds));
}
