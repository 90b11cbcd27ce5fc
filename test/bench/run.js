// `npm run bench`: every speed claim of docs/performance.md, measured as a ratio within this one run.
import { readFileSync } from "node:fs";
import { actionStartUp } from "./action-start-up.js";
import { canonicalRender } from "./canonical-render.js";
import { externalSyncer } from "./external-syncer.js";
import { measureStartUp } from "./start-up.js";
import { syncOverFloor } from "./sync-over-floor.js";

const CLAIMS = JSON.parse(readFileSync(new URL("claims.json", import.meta.url), "utf8"));

for (const measure of [measureStartUp, actionStartUp, externalSyncer, syncOverFloor, canonicalRender]) {
  for await (const { id, ratio } of measure()) {
    const { claim, target } = CLAIMS[id];
    const isWithin = ratio <= target;
    const figures = `${ratio.toFixed(2)} (target ${target})`;
    process.stdout.write(`${claim}: ${figures} ${isWithin ? "within" : "ABOVE"}\n`);
    if (!isWithin) process.exitCode = 1;
  }
}
