import type { DrillReport, Stage } from "../drill/results.js";

const STAGES: readonly (readonly [stage: Stage, label: string])[] = [
  ["found", "AccountSyncer.sync()<br/>finds the mismatch"],
  ["counted", "counter<br/>goes up"],
  ["exposed", "metrics text<br/>exposes it"],
  ["kept", "evidence<br/>is kept"],
];

/** The stages at which some check failed. */
export function brokenStages(report: DrillReport): ReadonlySet<Stage> {
  const checks = report.drills.flatMap((drill) => drill.checks);
  return new Set(checks.filter(({ status }) => status === "failed").map(({ stage }) => stage));
}

/** The pipeline as a Mermaid flowchart, with the stages that broke marked in words and in red. */
export function renderPipelinePicture(report: DrillReport): string {
  const broken = brokenStages(report);
  const boxes = STAGES.map(([stage, label]) => {
    const isBroken = broken.has(stage);
    return `${stage}["${isBroken ? "BROKEN: " : ""}${label}"]${isBroken ? ":::broken" : ""}`;
  });
  return [
    "```mermaid",
    "flowchart LR",
    `  injected(["known fault<br/>injected"]) --> ${boxes.join(" --> ")}`,
    "  classDef broken fill:#ffebe9,stroke:#cf222e,stroke-width:3px,color:#82071e",
    "```",
  ].join("\n");
}
