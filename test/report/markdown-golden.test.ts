import { describe, expect, it } from "vitest";
import type { DrilledSyncer } from "../../src/drill/drilled-syncer.js";
import { describeChange, drillFingerprints } from "../../src/report/fingerprint-change.js";
import {
  COMMENT_BYTES,
  type MarkdownSource,
  renderComment,
  renderJobSummary,
} from "../../src/report/markdown.js";
import { SketchSyncer } from "../../src/self-test/sketch-syncer.js";
import { blindTo } from "../../src/self-test/spoil-findings.js";
import { expectGolden, withoutTheMoment } from "../golden/golden.js";
import { BreakingSyncer } from "../support/breaking-syncer.js";
import { fireDrill } from "../support/fire-drill-run.js";
import { sourceOfRun } from "../support/markdown-source.js";
import { CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const COMMIT = "3d3c42e5aac5ba805825da76410c181273ba90b1";
const MISSING_ONE = new SketchSyncer({ find: blindTo("negative_qty") });
const AFTER_TWO_DRILLS = 3;

interface Case {
  readonly name: string;
  readonly syncer?: DrilledSyncer;
  readonly different?: Partial<MarkdownSource>;
}

const CASES: readonly Case[] = [
  { name: "passed" },
  {
    name: "failed",
    syncer: MISSING_ONE,
    different: { leg: '{\n  "node": "20",\n  "os": "ubuntu-latest"\n}' },
  },
  {
    name: "broke-off",
    syncer: new BreakingSyncer("metrics", AFTER_TWO_DRILLS),
    different: { artifactUrl: null },
  },
];

/** The source of a run, and how its fingerprint compares with that of the sound syncer. */
async function sourceOf({ syncer, different }: Case): Promise<{ source: MarkdownSource; directory: string }> {
  const directory = temporaryDirectory();
  const sound = await fireDrill(directory, { commit: COMMIT });
  const outcome = await fireDrill(directory, { commit: COMMIT, ...(syncer === undefined ? {} : { syncer }) });
  const change = describeChange(drillFingerprints(sound.checksums), drillFingerprints(outcome.checksums));
  return { source: sourceOfRun(outcome, { change, ...different }), directory };
}

function withoutThePlace(text: string, directory: string): string {
  return withoutTheMoment(text.replaceAll(directory, ".artifacts"));
}

describe.each(CASES)("a run that $name", (run) => {
  it("reads well as a comment", async () => {
    const { source, directory } = await sourceOf(run);
    expectGolden(`comment-${run.name}.md`, withoutThePlace(renderComment(source, COMMENT_BYTES), directory));
  });

  it("reads well as a job summary", async () => {
    const { source, directory } = await sourceOf(run);
    expectGolden(`job-summary-${run.name}.md`, withoutThePlace(renderJobSummary(source), directory));
  });

  it("says the verdict and the reference in the first two lines", async () => {
    const { source } = await sourceOf(run);
    const [verdict, reference] = renderComment(source, COMMENT_BYTES).split("\n");
    expect(verdict).toMatch(new RegExp(`^### Account sync fire drill: (passed|failed), [0-9]+ of ${CHECKS}`));
    expect(reference).toBe(`\`${source.evidenceRef}\``);
  });
});
