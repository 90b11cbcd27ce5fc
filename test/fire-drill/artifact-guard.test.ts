import { describe, expect, it } from "vitest";
import { type GitStatus, guardResult } from "../../src/fire-drill/artifact-guard.js";

const LABEL = "artifact directory does not show up in git status";
const CLEAN = "nothing shows up";

describe("guardResult", () => {
  const cases: readonly { name: string; status: GitStatus; verdict: string; actual: string }[] = [
    { name: "no repository", status: { kind: "no_repository" }, verdict: "passed", actual: CLEAN },
    { name: "an empty status", status: { kind: "status", lines: [] }, verdict: "passed", actual: CLEAN },
    {
      name: "a status with lines",
      status: { kind: "status", lines: ["?? a.txt", " M b.txt"] },
      verdict: "failed",
      actual: "?? a.txt,  M b.txt",
    },
    {
      name: "a status of three lines, all shown",
      status: { kind: "status", lines: ["?? a", "?? b", "?? c"] },
      verdict: "failed",
      actual: "?? a, ?? b, ?? c",
    },
    {
      name: "a status of many lines, the rest counted",
      status: { kind: "status", lines: ["?? a", "?? b", "?? c", "?? d", "?? e"] },
      verdict: "failed",
      actual: "?? a, ?? b, ?? c, and 2 more",
    },
    {
      name: "a status with a hostile name",
      status: { kind: "status", lines: ["?? a\r\u001b[2J.txt"] },
      verdict: "failed",
      actual: "?? a\\u{d}\\u{1b}[2J.txt",
    },
    {
      name: "a git that could not tell",
      status: { kind: "unknown", why: "git is\nnot installed" },
      verdict: "skipped",
      actual: "git is\\u{a}not installed",
    },
  ];

  it.each(cases)("$verdict for $name", ({ status, verdict, actual }) => {
    expect(guardResult(status).checks).toEqual([
      { label: LABEL, stage: "kept", expected: CLEAN, status: verdict, actual },
    ]);
  });

  it("injects nothing, proves nothing and leaves no file", () => {
    expect(guardResult({ kind: "no_repository" })).toMatchObject({
      id: "guard",
      title: "Artifact guard",
      injected: null,
      caught: [],
      counted: [],
      provenMarker: null,
      metricLines: [],
      files: new Map(),
    });
  });
});
