import { type Check, checksIn } from "../check/check.js";
import type { DrillPost } from "./drill-post.js";
import * as judge from "./judge-drill.js";
import type { RingPorts } from "./ring-ports.js";
import { waitForCode } from "./wait-for-code.js";
import { refuseFailedPosts, Watch } from "./watch.js";

/** A drill that is about to be posted. */
export interface PreparedDrill {
  readonly post: DrillPost;
  readonly drill: judge.DrillOnItsWay;
  readonly counters: () => Promise<judge.Counters>;
}

/** How long the route and the person may take, in seconds. */
export interface DrillWaits {
  readonly groupInterval: number;
  /** Until the page is there, and acknowledged. */
  readonly within: number;
}

/** How much longer than the route says Alertmanager and a receiver may take, in seconds. */
export const GRACE_SECONDS = 30;
const { unseen } = checksIn("routed");
const { passed } = checksIn("delivered");

/**
 * Posts the drill, follows it to the receiver and takes it back, whatever happens in between.
 *
 * @throws DrillError `not_completed` or `interrupted`.
 */
export async function followDrill(
  prepared: PreparedDrill,
  waits: DrillWaits,
  ports: RingPorts,
): Promise<Check[]> {
  const { post, drill } = prepared;
  const startedAt = ports.clock();
  const checks: Check[] = [];
  const note = (check: Check) => {
    checks.push(check);
    ports.say(check, Math.round((ports.clock() - startedAt) / 1000));
  };
  const watch = new Watch(post, ports, startedAt + waits.within * 1000);
  try {
    refuseFailedPosts(await post.keep(startedAt));
    ports.posted(drill.id);
    const held = await watch.until(async () => judge.judgeHeld(await post.held(), drill));
    note(held ?? unseen("drill", "Alertmanager does not say where the drill goes"));
    if (held?.status === "failed") return checks;
    const isPaged = await paged(prepared, waits.within, watch, ports, note);
    if (isPaged) await takeBack(prepared, waits.groupInterval + GRACE_SECONDS, ports, note);
    return checks;
  } finally {
    await post.end(ports.clock());
    if (checks.length > 0) note(await judge.judgeLeft(post));
  }
}

/** Looks for the page and waits for whoever reads it, at once: that somebody read it proves that it came. */
async function paged(
  { drill, counters }: PreparedDrill,
  seconds: number,
  watch: Watch,
  ports: RingPorts,
  note: (check: Check) => void,
): Promise<boolean> {
  let isAcknowledged = false;
  const page = watch.until(async () =>
    isAcknowledged ? passed("page", "delivered: somebody read it") : judge.judgePage(await counters(), drill),
  );
  const noted = page.then(async (found) =>
    note(found ?? judge.missingPage(await counters(), drill, seconds)),
  );
  const acknowledged = !drill.isAsked
    ? null
    : waitForCode(drill.id, watch, ports, seconds).then((check) => {
        isAcknowledged = check.status === "passed";
        note(check);
      });
  await Promise.all([noted, acknowledged]);
  return (await page) !== null;
}

async function takeBack(
  { post, drill, counters }: PreparedDrill,
  seconds: number,
  ports: RingPorts,
  note: (check: Check) => void,
): Promise<void> {
  const { delivery } = await counters();
  refuseFailedPosts(await post.end(ports.clock()));
  const watch = new Watch(null, ports, ports.clock() + seconds * 1000);
  const resolved = await watch.until(async () => judge.judgeResolved(await counters(), delivery, drill));
  note(resolved ?? judge.missingResolved(seconds));
}
