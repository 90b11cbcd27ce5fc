import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OUTPUT_NAMES } from "../../src/action/runner/outputs.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { blindTo } from "../../src/self-test/spoil-findings.js";
import { revalued } from "../../src/self-test/spoil-metrics.js";
import { HEAD_SHA } from "../support/action-context.js";
import { runAction } from "../support/action-run.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { ALL_CHECKS, CHECKS } from "../support/suite-counts.js";

const MISSING_ORPHANS = new SketchSyncer({ find: blindTo("orphan_order") });

describe("a run", () => {
  it("puts the evidence on disk, sets every output, logs, and only then reports", async () => {
    const seen: boolean[] = [];
    const { recorded } = await runAction({
      ports: (ports) => {
        const { setOutputs } = ports.ports();
        return {
          setOutputs: (outputs) => {
            if ("evidence-dir" in outputs)
              seen.push(existsSync(join(outputs["evidence-dir"] ?? "", "summary.txt")));
            setOutputs(outputs);
          },
        };
      },
    });
    expect(seen).toEqual([true]);
    expect(recorded.events.slice(0, 3)).toEqual([`outputs: ${OUTPUT_NAMES.join(" ")}`, "log", "summary"]);
  });

  it("passes, and says what it found", async () => {
    const { recorded, failure } = await runAction();
    expect(failure).toBeNull();
    expect(recorded.outputs).toMatchObject({
      result: "passed",
      passed: String(CHECKS),
      failed: "0",
      skipped: "0",
    });
    expect(recorded.annotations).toEqual([]);
    expect(recorded.logs).toEqual([
      expect.stringMatching(new RegExp(`^Account sync fire drill: passed, ${ALL_CHECKS}\n`)),
    ]);
  });

  it("fails with the verdict and where to look, and annotates the verdict and each cause", async () => {
    const { recorded, failure } = await runAction({ syncer: MISSING_ORPHANS });
    expect(failure).toMatch(
      new RegExp(`^account sync fire drill failed, [0-9]+ of ${CHECKS}.*: see the causes above and \\S+$`),
    );
    expect(recorded.outputs.result).toBe("failed");
    expect(recorded.annotations).toEqual([
      {
        title: expect.stringMatching(/^Account sync fire drill: failed, [0-9]+ of [0-9]+$/),
        message: "1 cause",
      },
      {
        title: "orphan_order is not found (drill C); 5 more checks follow from it",
        message: "orphan_order present\nexpected: orphan_order\nactual: none",
      },
    ]);
  });

  it("annotates the verdict first and at most nine times in all", async () => {
    const wrong = revalued("[a-z_]+", (value) => value + 7);
    const { recorded } = await runAction({ syncer: new SketchSyncer({ find: () => [], expose: wrong }) });
    expect(recorded.annotations).toHaveLength(9);
    expect(recorded.annotations[0]).toEqual({
      title: expect.stringMatching(/^Account sync fire drill: failed, [0-9]+ of [0-9]+$/),
      message: expect.stringMatching(/^(9|[1-9][0-9]) causes, the first 8 of them here$/),
    });
  });

  it("does not fail the step where that was not asked for, and still says that the drill failed", async () => {
    const { recorded, failure } = await runAction({
      syncer: MISSING_ORPHANS,
      inputs: { failOnDrillFailure: false },
    });
    expect(failure).toBeNull();
    expect(recorded.outputs.result).toBe("failed");
    expect(recorded.annotations).not.toEqual([]);
  });

  it("fails where the syncer breaks off", async () => {
    const { recorded, failure } = await runAction({ syncer: new BreakingSyncer("sync", 2) });
    expect(failure).toContain("failed");
    expect(recorded.outputs).toMatchObject({ result: "failed" });
    expect(recorded.outputs["evidence-ref"]).toContain("reason=exit_code_3");
  });

  it.each([
    { name: "the commit that is proven", context: {}, commit: `commit=${HEAD_SHA}` },
    { name: "no commit where none is known", context: { headSha: "" }, commit: null },
  ])("names $name in the reference", async ({ context, commit }) => {
    const { recorded } = await runAction({ context });
    expect(/ (commit=\S+)/.exec(recorded.outputs["evidence-ref"] ?? "")?.[1] ?? null).toBe(commit);
  });
});
