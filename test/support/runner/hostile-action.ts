// The action as dist/action.js has it, but for the syncer that it drills: what that one says is SYNCER_SAYS.
import { actOnRunner } from "../../../src/action/on-runner.js";
import type { DrilledSyncer } from "../../../src/drill/drilled-syncer.js";
import { drillsOf } from "../../../src/drills/suites.js";
import { DEFAULT_METRIC_PREFIX } from "../../../src/syncer/metric-contract.js";
import { TOOL_VERSION } from "../../../src/tool-version.js";

const text = process.env.SYNCER_SAYS ?? "";
// A sample stands on one line: with more it would be another text of metrics, with another verdict.
const sample = text.replace(/[\r\n]/g, " ");

const syncer: DrilledSyncer = {
  identity: { name: text, version: text, language: text },
  reset: async () => {},
  sync: async () => ({
    ok: false,
    mismatches: [
      { rule: text, detail: text },
      { rule: "orphan_order", detail: text },
    ],
    error: text,
    lastTs: 0,
  }),
  metrics: async () =>
    `${DEFAULT_METRIC_PREFIX}_last_ts ${sample}\n${DEFAULT_METRIC_PREFIX}_positions_count{a="${sample}"} 1\n`,
};

void actOnRunner({
  suite: "runbook",
  drills: drillsOf("runbook", DEFAULT_METRIC_PREFIX),
  syncer,
  prefix: DEFAULT_METRIC_PREFIX,
  toolVersion: TOOL_VERSION,
  dispose: () => {},
});
