import { describe, expect, it } from "vitest";
import { OUTPUT_NAMES, verdictOutputs } from "../../../src/action/runner/outputs.js";
import type { DrilledSyncer } from "../../../src/drill/drilled-syncer.js";
import { SketchSyncer } from "../../../src/self-test/sketch-syncer.js";
import { refind } from "../../../src/self-test/spoil-findings.js";
import { BreakingSyncer } from "../../support/breaking-syncer.js";
import { fireDrill } from "../../support/fire-drill-run.js";
import { temporaryDirectory } from "../../support/temp-directory.js";

const SOUND: DrilledSyncer = new SketchSyncer({});
const REPORTS_NOTHING = new SketchSyncer({ find: refind(() => []) });

describe("the outputs of the verdict", () => {
  it.each([
    { name: "a drill that passed", syncer: SOUND, result: "passed" },
    { name: "a drill that failed", syncer: REPORTS_NOTHING, result: "failed" },
    { name: "a syncer that broke off", syncer: new BreakingSyncer("sync", 1), result: "failed" },
  ])("are all set, with what is known: $name", async ({ syncer, result }) => {
    const outcome = await fireDrill(temporaryDirectory(), { syncer });
    const outputs = verdictOutputs(outcome);
    expect(Object.keys(outputs)).toEqual(OUTPUT_NAMES);
    const checks = outcome.report.drills.flatMap((drill) => drill.checks.map(({ status }) => status));
    expect(outputs).toEqual({
      result,
      passed: String(checks.filter((status) => status === "passed").length),
      failed: String(checks.filter((status) => status === "failed").length),
      skipped: String(checks.filter((status) => status === "skipped").length),
      "evidence-ref": outcome.evidenceRef,
      "evidence-dir": outcome.evidenceDir,
      fingerprint: outcome.fingerprint,
      "artifact-id": "",
      "artifact-url": "",
      "artifact-digest": "",
      "comment-url": "",
      "predicate-path": "",
      "predicate-type": "",
      "subject-checksums": "",
      "can-sign": "",
    });
  });
});
