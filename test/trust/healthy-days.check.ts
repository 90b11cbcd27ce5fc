import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { feed } from "../../src/life/feed.js";
import { WireForm } from "../../src/life/wire-form.js";
import { DEFAULT_METRIC_PREFIX } from "../../src/syncer/metric-contract.js";
import { ADVISED } from "../../src/syncer/settling.js";
import { healthyDay } from "../support/life-days.js";
import { row } from "./row.js";

const DAYS = 100;

row("healthy-days", async () => {
  const syncer = new BundledSyncer("0", DEFAULT_METRIC_PREFIX, ADVISED);
  let [syncs, findings] = [0, 0];
  for (let seed = 1; seed <= DAYS; seed++) {
    const { replies } = await feed(healthyDay({ seed }).steps, syncer, new WireForm(), true);
    const found = replies.flatMap(({ mismatches }) => mismatches);
    if (found.length > 0) console.error(`seed ${seed}: ${JSON.stringify(found[0])}`);
    syncs += replies.length;
    findings += found.length;
  }
  const figure = `${findings} in ${DAYS} days, ${syncs.toLocaleString("en")} syncs`;
  return { figure, isReached: findings === 0 };
});
