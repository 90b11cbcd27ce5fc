// `npm run bench`: every speed claim of docs/performance.md, measured as a ratio within this one run. Each measure
// has a process of its own, so that none pays for what another left in memory; its name runs it alone.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { actionStartUp } from "./action-start-up.js";
import { canonicalRender } from "./canonical-render.js";
import { externalSyncer } from "./external-syncer.js";
import { measureStartUp } from "./start-up.js";
import { suiteLife } from "./suite-life.js";
import { syncOverFloor } from "./sync-over-floor.js";
import { syncToldOverIds } from "./sync-told-over-ids.js";

const MEASURES = {
  measureStartUp,
  actionStartUp,
  externalSyncer,
  suiteLife,
  syncOverFloor,
  syncToldOverIds,
  canonicalRender,
};
const CLAIMS = JSON.parse(readFileSync(new URL("claims.json", import.meta.url), "utf8"));

const [chosen] = process.argv.slice(2);
const passed = chosen === undefined ? Object.keys(MEASURES).map(runAlone) : [await run(MEASURES[chosen])];
process.exitCode = passed.every(Boolean) ? 0 : 1;

function runAlone(name) {
  const script = fileURLToPath(import.meta.url);
  return spawnSync(process.execPath, [script, name], { stdio: "inherit" }).status === 0;
}

async function run(measure) {
  let areWithin = true;
  for await (const { id, ratio } of measure()) {
    const { claim, target } = CLAIMS[id];
    const isWithin = ratio <= target;
    const figures = `${ratio.toFixed(2)} (target ${target})`;
    process.stdout.write(`${claim}: ${figures} ${isWithin ? "within" : "ABOVE"}\n`);
    areWithin &&= isWithin;
  }
  return areWithin;
}
