// `npm run bench`: every speed claim of docs/performance.md, measured as a ratio within this one run.
import { canonicalRender } from "./canonical-render.js";
import { measureStartUp } from "./start-up.js";
import { syncOverFloor } from "./sync-over-floor.js";

const results = [];
for (const measure of [measureStartUp, syncOverFloor, canonicalRender]) {
  for await (const result of measure()) {
    results.push(result);
    const verdict = result.ratio <= result.target ? "within" : "ABOVE";
    const figures = `${result.ratio.toFixed(2)} (target ${result.target})`;
    process.stdout.write(`${result.claim}: ${figures} ${verdict}\n`);
  }
}
process.exitCode = results.every(({ ratio, target }) => ratio <= target) ? 0 : 1;
