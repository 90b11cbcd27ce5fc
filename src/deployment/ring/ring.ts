import { type Audit, type AuditPlan, audit } from "../audit.js";
import { type Check, checksIn } from "../check/check.js";
import type { NotificationPath } from "../routing/judgement.js";
import type { Labels } from "../server-fields.js";
import { drillId, drillLabels } from "./drill-alert.js";
import { DrillPost } from "./drill-post.js";
import { drillWay, mismatchLabels } from "./drill-way.js";
import { followDrill, GRACE_SECONDS, type PreparedDrill } from "./follow-drill.js";
import type { Counters } from "./judge-drill.js";
import { heartbeatsTo, othersThatUse } from "./others-that-use.js";
import type { OwnWebhook } from "./own-webhook.js";
import { refuseWhileActive } from "./refuse-while-active.js";
import type { RingPorts } from "./ring-ports.js";

/** What is to be rung. */
export interface RingPlan extends AuditPlan {
  readonly receiver: string;
  /** Seconds until the page must be there, and acknowledged; null: as long as the route waits and 30, with `ack` 300. */
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

const ACK_SECONDS = 300;
/** How long after group_wait a notification that comes at all has been counted. */
const TELLING_SECONDS = 5;
const { failed } = checksIn("routed");

/**
 * Audits the way, then posts a drill's alert, follows it to the receiver and takes it back, also where it is told to
 * stop.
 *
 * @throws DrillError `not_completed`, `interrupted` or `usage` (where `--listen` cannot listen).
 */
export async function ring(plan: RingPlan, ports: RingPorts): Promise<Rung> {
  const found = await audit(plan, ports);
  refuseWhileActive(found.seen, found.alertmanagers, plan.pack);
  const id = drillId(ports.randomBytes);
  const real = mismatchLabels(found.seen, plan.pack);
  const labels = drillLabels(real, id);
  const way = drillWay(found.alertmanagers, plan.receiver, { drill: labels, real }, ports.clock());
  const [path] = way.paths;
  if (path === undefined) return { audit: found, id, checks: [noWay(plan.receiver)] };
  const webhook = (await plan.listen?.(id)) ?? null;
  try {
    const prepared = await prepare(plan, found, { id, labels, webhook, ...way }, ports);
    const usual = path.groupWait + GRACE_SECONDS + (prepared.drill.heartbeats?.longest ?? 0);
    const within = plan.within ?? (plan.ack ? ACK_SECONDS : usual);
    const waits = { within, groupInterval: path.groupInterval };
    return { audit: found, id, checks: await followDrill(prepared, waits, ports) };
  } finally {
    webhook?.close();
  }
}

interface Making {
  readonly id: string;
  readonly labels: Labels;
  readonly webhook: OwnWebhook | null;
  readonly paths: readonly NotificationPath[];
  readonly isTheRealOne: boolean;
}

async function prepare(
  plan: RingPlan,
  { seen, alertmanagers }: Audit,
  { id, labels, webhook, paths, isTheRealOne }: Making,
  ports: RingPorts,
): Promise<PreparedDrill> {
  const post = new DrillPost(ports.ask, plan.alertmanagers, { id, labels, startsAt: ports.clock() });
  const integrations = paths.flatMap((path) => path.integrations ?? []);
  const kinds = [...new Set(integrations.map(({ kind }) => kind))].sort();
  const slowest = Math.max(...paths.map(({ groupWait }) => groupWait));
  const drill = {
    id,
    receiver: plan.receiver,
    kinds,
    sendsResolved: integrations.some(({ sendResolved }) => sendResolved !== false),
    isAsked: plan.ack,
    toldBy: ports.clock() + (slowest + TELLING_SECONDS) * 1000,
    heartbeats: heartbeatsTo(alertmanagers, kinds, { seen, pack: plan.pack }, ports.clock),
    isTheRealWay: isTheRealOne,
    before: await post.delivered(kinds),
    webhook,
  };
  const told: { sent: number; at: number }[] = [];
  const counters = async (): Promise<Counters> => {
    const delivery = await post.delivered(kinds);
    const at = ports.clock();
    const before = told.at(-1)?.sent ?? drill.before?.sent ?? 0;
    if (delivery !== null && delivery.sent > before) told.push({ sent: delivery.sent, at });
    const spread = ((told.at(-1)?.at ?? 0) - (told[0]?.at ?? 0)) / 1000;
    return {
      delivery,
      others: othersThatUse(alertmanagers, await post.everything(), { id, kinds }),
      at,
      spread,
    };
  };
  return { post, drill, counters };
}

function noWay(receiver: string): Check {
  return failed(
    "drill",
    `no way leads the drill to "${receiver}": nothing was posted`,
    ["see what check says of the way"],
    "fix the route, reload Alertmanager",
  );
}
