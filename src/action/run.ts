import { join } from "node:path";
import { hasPassed } from "../drill/results.js";
import { DrillError, messageOf } from "../errors.js";
import { type FireDrillOutcome, type FireDrillPorts, runFireDrill } from "../fire-drill/fire-drill.js";
import type { StopSignal, UntilStopped } from "../fire-drill/stop-signals.js";
import type { DrillSubject } from "../fire-drill/subject.js";
import { seedOfCommit, wantedLife } from "../fire-drill/wanted-life.js";
import { type Cause, causeLine, causesOf, MOST_CAUSES } from "../report/causes.js";
import { verdictOf } from "../report/wording.js";
import { printable } from "../syncer/printable.js";
import { prepareAttestation } from "./reporting/attestation.js";
import { reportRun } from "./reporting/report-run.js";
import type { ReportingPorts } from "./reporting/reporting-ports.js";
import type { ActionContext } from "./runner/context.js";
import type { ActionInputs } from "./runner/inputs.js";
import { type ActionOutputs, verdictOutputs } from "./runner/outputs.js";

/** What the run tells the runner at once: none of these waits for a service. */
export interface RunnerPorts {
  readonly setOutputs: (outputs: ActionOutputs) => void;
  /** Shows text in the log, as it is. */
  readonly log: (text: string) => void;
  /** An error on the run's page. */
  readonly annotate: (title: string, message: string) => void;
}

/** The outside, as far as the action needs it. */
export interface ActionPorts extends RunnerPorts, ReportingPorts {
  readonly drill: FireDrillPorts;
  readonly untilStopped: UntilStopped;
}

/**
 * The action: the drill, the evidence on disk, the outputs, what to sign, then the reporting, each later step unable to take
 * away an earlier one. Reporting never changes the verdict.
 *
 * @returns why the step fails, or null where it does not.
 * @throws DrillError where the drill could not be completed.
 */
export async function run(
  subject: DrillSubject,
  inputs: ActionInputs,
  context: ActionContext,
  ports: ActionPorts,
): Promise<string | null> {
  // Only so far: once there is a verdict, a runner that cancels the job need not wait for the reporting.
  const outcome = await ports.untilStopped((stopped) =>
    drill(subject, inputs, context, ports, stopped).finally(subject.dispose),
  );
  ports.setOutputs(verdictOutputs(outcome));
  ports.log(outcome.files.get("summary.txt") ?? "");
  annotateFailures(outcome, ports);
  if (inputs.attestation) prepareAttestation(outcome, context, ports.drill.fs, ports);
  await reportRun(outcome, inputs, context, ports);
  const { report } = outcome;
  if (hasPassed(report) || !inputs.failOnDrillFailure) return null;
  return `account sync fire drill ${verdictOf(report)}: see the causes above and ${outcome.evidenceDir}`;
}

const ALERTS = { false: "none", true: "asked", required: "required" } as const;

// A read-only workspace must not cost the verdict: the runner's own directory takes the evidence then.
async function drill(
  subject: DrillSubject,
  { artifactDir, alerts, seed, days }: ActionInputs,
  { headSha, tempDir, workspace }: ActionContext,
  ports: ActionPorts,
  stopped: Promise<StopSignal>,
): Promise<FireDrillOutcome> {
  const commit = headSha === "" ? null : headSha;
  const life = wantedLife(subject.suite, { seed: seed ?? seedOfCommit(headSha), days: days ?? undefined });
  const plan = { ...subject, workspace, commit, alerts: ALERTS[alerts], life };
  const drillInto = (directory: string) =>
    runFireDrill({ ...plan, artifactDir: directory }, { ...ports.drill, stopped });
  try {
    return await drillInto(artifactDir);
  } catch (error) {
    if (!isNotWritten(error) || tempDir === null) throw error;
    const outcome = await drillInto(join(tempDir, "account-sync-drill"));
    ports.warn(`evidence is in ${printable(outcome.evidenceDir)} instead: ${printable(messageOf(error))}`);
    return outcome;
  }
}

function isNotWritten(error: unknown): boolean {
  return error instanceof DrillError && error.code === "evidence_not_written";
}

// GitHub keeps ten annotations of a step and shows them in their order.
function annotateFailures({ report }: FireDrillOutcome, ports: RunnerPorts): void {
  if (hasPassed(report)) return;
  const causes = causesOf(report);
  const more = causes.length - MOST_CAUSES;
  const told = more > 0 ? `, the first ${MOST_CAUSES} of them here` : "";
  const count = `${causes.length} ${causes.length === 1 ? "cause" : "causes"}${told}`;
  ports.annotate(`Account sync fire drill: ${verdictOf(report)}`, count);
  for (const cause of causes.slice(0, MOST_CAUSES)) ports.annotate(causeLine(cause), describe(cause));
}

function describe({ first, hints }: Cause): string {
  const check =
    first === null
      ? []
      : [first.check.label, `expected: ${first.check.expected}`, `actual: ${first.check.actual}`];
  return [...check, ...hints].join("\n");
}
