import { describe, expect, it } from "vitest";
import type { CheckResult, Stage } from "../../src/drill/results.js";
import { brokenStages, renderPipelinePicture } from "../../src/report/pipeline-picture.js";
import { drillReport, drillResult, FAILED, guardOf, PASSED, SKIPPED } from "../support/sample-report.js";

const STAGES: readonly Stage[] = ["found", "counted", "exposed", "kept"];

function reportOf(...checks: readonly CheckResult[]) {
  return drillReport({ drills: [drillResult({ checks }), guardOf()] });
}

/** The stages that the picture marks, by word and by colour. */
function markedIn(picture: string) {
  const boxes = [...picture.matchAll(/\b([a-z]+)\["(BROKEN: )?([^"]*)"\](:::broken)?/g)];
  return {
    stages: boxes.map(([, stage]) => stage),
    inWords: boxes.filter(([, , word]) => word !== undefined).map(([, stage]) => stage),
    inRed: boxes.filter(([, , , , colour]) => colour !== undefined).map(([, stage]) => stage),
  };
}

describe("the picture of the pipeline", () => {
  it("shows the stages in their order, and no mark where nothing broke", () => {
    const picture = renderPipelinePicture(reportOf(PASSED, SKIPPED));
    expect(markedIn(picture)).toEqual({ stages: STAGES, inWords: [], inRed: [] });
  });

  it.each(STAGES)("marks a stage that broke, in words and in red: %s", (stage) => {
    const picture = renderPipelinePicture(reportOf(PASSED, { ...FAILED, stage }));
    expect(markedIn(picture)).toEqual({ stages: STAGES, inWords: [stage], inRed: [stage] });
  });

  it("marks every stage that broke, also in the guard", () => {
    const report = drillReport({
      drills: [
        drillResult({ checks: [{ ...FAILED, stage: "counted" }] }),
        guardOf({ ...FAILED, stage: "kept" }),
      ],
    });
    expect([...brokenStages(report)].sort()).toEqual(["counted", "kept"]);
    expect(markedIn(renderPipelinePicture(report)).inWords).toEqual(["counted", "kept"]);
  });

  it("is one Mermaid block, whatever the report says", () => {
    const hostile = { ...FAILED, label: '"]\n```\n<b>', actual: "```", expected: "end" };
    const picture = renderPipelinePicture(reportOf(hostile));
    expect(picture).toMatch(/^```mermaid\nflowchart LR\n[^`]*\n```$/);
    expect(picture).toBe(renderPipelinePicture(reportOf(FAILED)));
  });
});
