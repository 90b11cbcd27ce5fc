import { describe, expect, it } from "vitest";
import type { CheckResult, Stage } from "../../src/drill/results.js";
import { brokenStages, renderPipelinePicture } from "../../src/report/pipeline-picture.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const STAGES: readonly Stage[] = ["found", "counted", "exposed", "kept"];

function reportOf(...checks: readonly CheckResult[]) {
  return drillReport({ drills: [drillResult({ checks }), guardOf()] });
}

/** The stages of the picture, and which of them are marked how, by word and by colour alike. */
function marksIn(picture: string) {
  const boxes = [...picture.matchAll(/^ {2}([a-z]+)\["(?:([A-Za-z ]+): )?[^"]*"\](?::::([a-z]+))?$/gm)];
  const marked = boxes.filter(([, , word, colour]) => word !== undefined || colour !== undefined);
  return {
    stages: boxes.map(([, stage]) => stage),
    marks: marked.map(([, stage, word = "", colour = ""]) => `${stage}: ${word} ${colour}`),
  };
}

describe("the picture of the pipeline", () => {
  it("shows the stages in their order, from top to bottom, and no mark where nothing broke", () => {
    const picture = renderPipelinePicture(reportOf(PASSED, SKIPPED));
    expect(picture).toContain("\nflowchart TB\n");
    expect(picture).toContain(`\n  injected --> ${STAGES.join(" --> ")}\n`);
    expect(marksIn(picture)).toEqual({ stages: STAGES, marks: [] });
  });

  it.each(STAGES)("marks a stage that broke, in words and in red: %s", (stage) => {
    const picture = renderPipelinePicture(reportOf(PASSED, { ...FAILED, stage }));
    expect(marksIn(picture)).toEqual({ stages: STAGES, marks: [`${stage}: BROKEN broken`] });
  });

  it("marks every stage at which a cause lies, also in the guard", () => {
    const report = drillReport({
      drills: [
        drillResult({ checks: [{ ...FAILED, stage: "counted" }] }),
        guardOf({ ...FAILED, stage: "kept" }),
      ],
    });
    expect([...brokenStages(report)].sort()).toEqual(["counted", "kept"]);
    expect(marksIn(renderPipelinePicture(report)).marks).toEqual([
      "counted: BROKEN broken",
      "kept: BROKEN broken",
    ]);
  });

  it("marks a stage at which checks only follow as that", () => {
    const deviations = [{ kind: "missed", rule: "orphan_order" }] as const;
    const report = reportOf({ ...FAILED, deviations }, { ...FAILED, stage: "counted", label: "counter" });
    expect(marksIn(renderPipelinePicture(report)).marks).toEqual([
      "found: BROKEN broken",
      "counted: fails too following",
    ]);
  });

  it("marks the sync of a syncer that broke off before any check", () => {
    const report = drillReport({ drills: [drillResult({ checks: [SKIPPED] })], brokeOff: "it ended" });
    expect(marksIn(renderPipelinePicture(report)).marks).toEqual(["found: BROKEN broken"]);
  });

  it("is one Mermaid block, whatever the report says", () => {
    const hostile = { ...FAILED, label: '"]\n```\n<b>', actual: "```", expected: "end" };
    const picture = renderPipelinePicture(reportOf(hostile));
    expect(picture).toMatch(/^```mermaid\nflowchart TB\n[^`]*\n```$/);
    expect(picture).toBe(renderPipelinePicture(reportOf(FAILED)));
  });
});
