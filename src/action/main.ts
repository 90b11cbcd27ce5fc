import { BundledSyncer } from "../drill/bundled-syncer.js";
import { runbookDrills } from "../drill/catalog.js";
import { DEFAULT_METRIC_PREFIX } from "../syncer/metric-contract.js";
import { TOOL_VERSION } from "../tool-version.js";
import { actOnRunner } from "./on-runner.js";

void actOnRunner({
  drills: runbookDrills(DEFAULT_METRIC_PREFIX),
  syncer: new BundledSyncer(TOOL_VERSION),
  prefix: DEFAULT_METRIC_PREFIX,
  toolVersion: TOOL_VERSION,
});
