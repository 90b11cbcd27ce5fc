import type { DrillReport, Stage } from "../drill/results.js";
import { causesOf } from "./causes.js";

const STAGES: readonly (readonly [stage: Stage, label: string])[] = [
  ["found", "the sync finds the mismatch"],
  ["counted", "its counter goes up"],
  ["exposed", "the metrics text exposes it"],
  ["kept", "the evidence is kept"],
];

const BROKEN = "classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#82071e";
const FOLLOWING = "classDef following fill:#fff8c5,stroke:#9a6700,stroke-dasharray:4,color:#4d2d00";

/** The stages at which the causes of a failure lie. */
export function brokenStages(report: DrillReport): ReadonlySet<Stage> {
  return new Set(causesOf(report).map(({ first }) => first?.check.stage ?? "found"));
}

/**
 * The pipeline as a Mermaid flowchart from top to bottom. A stage at which a cause lies is marked in words and in red,
 * and one at which checks fail that only follow, in words and in yellow.
 */
export function renderPipelinePicture(report: DrillReport): string {
  const broken = brokenStages(report);
  const failing = failingStages(report);
  const boxes = STAGES.map(([stage, label]) => {
    if (broken.has(stage)) return `${stage}["BROKEN: ${label}"]:::broken`;
    return failing.has(stage) ? `${stage}["fails too: ${label}"]:::following` : `${stage}["${label}"]`;
  });
  const chain = ['injected(["a known fault is injected"])', ...boxes];
  return [
    "```mermaid",
    "flowchart TB",
    ...chain.map((box) => `  ${box}`),
    `  ${["injected", ...STAGES.map(([stage]) => stage)].join(" --> ")}`,
    `  ${BROKEN}`,
    `  ${FOLLOWING}`,
    "```",
  ].join("\n");
}

function failingStages(report: DrillReport): ReadonlySet<Stage> {
  const checks = report.drills.flatMap((drill) => drill.checks);
  return new Set(checks.filter(({ status }) => status === "failed").map(({ stage }) => stage));
}
