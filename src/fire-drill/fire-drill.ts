import { BundledSyncer } from "../drill/bundled-syncer.js";
import type { Drill } from "../drill/drill.js";
import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import type { ExpectedFailures } from "../drill/expected-failures.js";
import { type DrillReport, type DrillResult, failureOf } from "../drill/results.js";
import { type DrillRun, runDrills } from "../drill/run-drills.js";
import { type Checksum, checksumsOf, fingerprintOf } from "../evidence/checksums.js";
import { renderEvidenceRef } from "../evidence/evidence-ref.js";
import type { EvidenceBundle } from "../evidence/write/bundle.js";
import { type EvidencePorts, writeBundle } from "../evidence/write/write-bundle.js";
import type { WantedLife } from "../life/life-drill.js";
import type { NamedHistory } from "../replay/history.js";
import { renderFailedList } from "../report/failed-list.js";
import { renderJunit } from "../report/junit.js";
import { renderResultsJson } from "../report/results-json.js";
import { renderSummary } from "../report/summary-text.js";
import { DEFAULT_SETTINGS } from "../rules/pack-settings.js";
import type { TestRules } from "../rules/promtool.js";
import type { Settle } from "../syncer/settling.js";
import type { Clock } from "../syncer/sync-result.js";
import { alertDrill } from "./alert-drill.js";
import { type AskGit, guardResult } from "./artifact-guard.js";

/** What to drill, and where to leave the evidence. */
export interface FireDrillPlan {
  readonly drills: readonly Drill[];
  /** Replayed instead of the drills, where there are some. */
  readonly histories?: readonly NamedHistory[];
  readonly syncer: DrilledSyncer;
  /** The prefix of the syncer's metric names. */
  readonly prefix: string;
  readonly artifactDir: string;
  /** No link on the way to the evidence may lead out of here; without it, out of the working directory. */
  readonly workspace?: string;
  /** The commit that is proven, for the evidence to name; null where it is not known. */
  readonly commit: string | null;
  readonly toolVersion: string;
  /** Whether drill F asks afterwards if the alert rings for what the others produced, and whether it may be skipped. */
  readonly alerts?: "none" | "asked" | "required";
  /** The days of trading that come after the drills; null or left out: none. */
  readonly life?: WantedLife | null;
  /** Checks that may fail, and fail the run where they pass. */
  readonly listed?: ExpectedFailures;
}

/** The outside, as far as the drill needs it. */
export interface FireDrillPorts extends EvidencePorts {
  readonly clock: Clock;
  readonly askGit: AskGit;
  readonly testRules: TestRules;
}

/** A run that was brought to its end, passed or failed, with its evidence on disk. */
export interface FireDrillOutcome {
  readonly report: DrillReport;
  readonly evidenceDir: string;
  readonly fingerprint: string;
  /** The one line to copy. */
  readonly evidenceRef: string;
  /** Of every evidence file, sorted by name. */
  readonly checksums: readonly Checksum[];
  /** The text of every evidence file but the checksums, by name. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * The fire drill: runs the drills, asks the guard, and leaves the evidence whole, also where checks failed.
 *
 * @throws DrillError `evidence_not_written` or `interrupted`; then there is no evidence directory at all.
 */
export async function runFireDrill(plan: FireDrillPlan, ports: FireDrillPorts): Promise<FireDrillOutcome> {
  const startedAt = ports.clock();
  const { artifactDir, workspace = "." } = plan;
  const place = { artifactDir, kind: "account_sync_fire_drill", workspace };
  return writeBundle(ports, place, startedAt, async (bundle) => {
    const { life = null } = plan;
    const run = await drillsOf(plan, ports.clock);
    // First: where the run was told to stop, the bundle takes no more, and nothing further is started.
    addFiles(bundle, run.drills);
    const more = await alertDrills(run.drills, plan, ports);
    addFiles(bundle, more);
    const drills = [...run.drills, ...more];
    const stderr = plan.syncer.stderr ?? "";
    if (stderr !== "") bundle.add("syncer_stderr.txt", stderr);
    // Not before: git does not show a directory that is still empty. What is to be done anyway is done meanwhile.
    const asked = ports.askGit(artifactDir);
    const fingerprint = fingerprintOf(checksumsOf(bundle.files));
    const guard = guardResult(await asked, plan.listed);
    return commit(bundle, fingerprint, {
      toolVersion: plan.toolVersion,
      syncer: plan.syncer.identity,
      commit: plan.commit,
      startedAt,
      drills: [...drills, guard],
      brokeOff: run.brokeOff,
      ...(life === null ? {} : { seed: life.seed }),
    });
  });
}

/** The drills and the days of trading after them, or the replays of histories alone; loaded where they are asked for. */
async function drillsOf(plan: FireDrillPlan, clock: Clock): Promise<DrillRun> {
  const { drills, histories = [], life = null, syncer, prefix, listed, toolVersion } = plan;
  if (histories.length > 0) {
    const { replayDrill } = await import("../replay/further-drill.js");
    const bundledWith = (settle: Settle) => new BundledSyncer(toolVersion, prefix, settle);
    const replays = histories.map((named) => replayDrill(named, prefix, bundledWith));
    return runDrills([], syncer, prefix, listed, replays);
  }
  if (life === null) return runDrills(drills, syncer, prefix, listed);
  const { lifeDrill } = await import("../life/life-drill.js");
  return runDrills(drills, syncer, prefix, listed, [lifeDrill(life, prefix, clock)]);
}

async function alertDrills(
  drills: readonly DrillResult[],
  { alerts = "none", prefix, listed, syncer: { names } }: FireDrillPlan,
  { testRules }: FireDrillPorts,
): Promise<DrillResult[]> {
  if (alerts === "none") return [];
  const settings = { ...DEFAULT_SETTINGS, prefix };
  return [await alertDrill(drills, { settings, testRules, required: alerts === "required", listed, names })];
}

async function commit(
  bundle: EvidenceBundle,
  fingerprint: string,
  report: DrillReport,
): Promise<FireDrillOutcome> {
  const evidenceDir = bundle.directory;
  const failure = failureOf(report);
  const more = {
    ...(report.seed === undefined ? {} : { seed: String(report.seed) }),
    ...(report.commit === null ? {} : { commit: report.commit }),
  };
  const evidenceRef = renderEvidenceRef({ evidenceDir, fingerprint, failure, more });
  const reference = { evidenceDir, fingerprint, evidenceRef };
  bundle.add("summary.txt", renderSummary(report, reference));
  bundle.add("results.json", renderResultsJson(report, reference));
  bundle.add("junit.xml", renderJunit(report));
  const failed = renderFailedList(report);
  if (failed !== "") bundle.add("failed_checks.txt", failed);
  const files = new Map(bundle.files);
  await bundle.commit();
  return { report, ...reference, checksums: checksumsOf(files), files };
}

function addFiles(bundle: EvidenceBundle, drills: readonly DrillResult[]): void {
  for (const { files } of drills) {
    for (const [name, text] of files) bundle.add(name, text);
  }
}
