import type { Drill } from "../../src/drill/drill.js";
import type { DrilledSyncer, SyncReply } from "../../src/drill/drilled-syncer.js";
import { drillsOf } from "../../src/drills/suites.js";
import { describeChange, drillFingerprints } from "../../src/report/fingerprint-change.js";
import type { MarkdownSource } from "../../src/report/markdown.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { blindTo } from "../../src/self-test/spoil-findings.js";
import { revalued } from "../../src/self-test/spoil-metrics.js";
import { BreakingSyncer } from "./breaking-syncer.js";
import { fireDrill, PREFIX } from "./fire-drill-run.js";
import { sourceOfRun } from "./markdown-source.js";
import { temporaryDirectory } from "./temp-directory.js";

const COMMIT = "3d3c42e5aac5ba805825da76410c181273ba90b1";
const AFTER_TWO_DRILLS = 3;

/** A run that people are told of in Markdown. */
export interface ReportedRun {
  readonly name: string;
  /** In place of the runbook's. */
  readonly drills?: readonly Drill[];
  /** Makes one in place of the bundled one: some of them are broken once and for all. */
  readonly syncer?: () => DrilledSyncer;
  readonly different?: Partial<MarkdownSource>;
}

/** A run of each kind that a reader meets. */
export const REPORTED_RUNS: readonly ReportedRun[] = [
  { name: "passed" },
  {
    name: "failed",
    syncer: () => called("my-syncer", "2.1", "TypeScript", { find: blindTo("negative_qty") }),
    different: { leg: '{\n  "node": "20",\n  "os": "ubuntu-latest"\n}' },
  },
  {
    name: "broke-off",
    syncer: () => new BreakingSyncer("metrics", AFTER_TWO_DRILLS),
    different: { artifactUrl: null },
  },
  {
    name: "many-causes",
    syncer: () =>
      called("acme/reconciler", "2026.1-rc.3", "C#", { find: nothing, expose: wrong, answer: calledElse }),
    different: { leg: '{"node":"20","exchange":"an-exchange-with-a-long-name-and-no-blank-in-it"}' },
  },
  {
    name: "one-cause",
    drills: drillsOf("full", PREFIX),
    syncer: () => called("ledger-watch", "0.9.2", "TypeScript", { expose: withoutZeroes }),
  },
];

/** What Markdown is rendered from for such a run, and the directory that its evidence is in. */
export async function reportedSource({
  drills,
  syncer,
  different,
}: ReportedRun): Promise<{ source: MarkdownSource; directory: string }> {
  const directory = temporaryDirectory();
  const sound = await fireDrill(directory, { commit: COMMIT });
  const outcome = await fireDrill(directory, {
    commit: COMMIT,
    ...(drills === undefined ? {} : { drills }),
    ...(syncer === undefined ? {} : { syncer: syncer() }),
  });
  const change = describeChange(drillFingerprints(sound.checksums), drillFingerprints(outcome.checksums));
  return { source: sourceOfRun(outcome, { change, ...different }), directory };
}

function called(
  name: string,
  version: string,
  language: string,
  habits: ConstructorParameters<typeof SketchSyncer>[0],
): DrilledSyncer {
  return Object.assign(new SketchSyncer(habits), { identity: { name, version, language } });
}

/** Names of somebody else's, longer than a column. */
function calledElse(reply: SyncReply): SyncReply {
  return { ...reply, mismatches: [{ rule: "ReconciliationUnexpectedOrderRule", detail: "x" }] };
}

function nothing(): [] {
  return [];
}

const wrong = revalued("[a-z_]+", (value) => value + 7);

/** As a client library does that makes a labelled series where it first counts. */
function withoutZeroes(text: string): string {
  return text.replace(/^.*_total\{.*\} 0\n/gm, "");
}
