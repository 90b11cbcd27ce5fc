import { describe, expect, it } from "vitest";
import {
  type DrillFingerprints,
  describeChange,
  drillFingerprints,
  shortFingerprint,
} from "../../src/report/fingerprint-change.js";

const BEFORE: DrillFingerprints = {
  "drill_a_log.txt": "aaaa",
  "drill_a_metrics.txt": "bbbb",
  "drill_b_log.txt": "cccc",
};

function changed(different: Readonly<Record<string, string | null>>): string {
  const entries = Object.entries({ ...BEFORE, ...different });
  const kept = entries.flatMap(([name, digest]) => (digest === null ? [] : [[name, digest]]));
  return describeChange(BEFORE, Object.fromEntries(kept));
}

describe("drillFingerprints", () => {
  it("keeps the drill's files alone, each by the digits that a reader compares", () => {
    const sha256 = "0123456789abcdef".repeat(4);
    const names = ["drill_a_log.txt", "drill_e_metrics.txt", "junit.xml", "summary.txt"];
    expect(drillFingerprints(names.map((name) => ({ name, sha256 })))).toEqual({
      "drill_a_log.txt": "0123456789ab",
      "drill_e_metrics.txt": "0123456789ab",
    });
    expect(shortFingerprint(sha256)).toBe("0123456789ab");
  });
});

describe("the days of trading", () => {
  const of = (seed: number, sha256: string) =>
    drillFingerprints([{ name: "drill_life_log.txt", sha256: sha256.repeat(64) }], seed);

  it.each([
    { name: "the same seed", now: of(7, "a"), said: "unchanged since the last comment" },
    {
      name: "the same seed and another end",
      now: of(7, "b"),
      said: "changed in the days of trading since the last comment",
    },
    {
      name: "another seed",
      now: of(8, "b"),
      said: "unchanged since the last comment, but for the days of another seed",
    },
  ])("are compared with those of $name", ({ now, said }) => {
    expect(describeChange(of(7, "a"), now)).toBe(said);
  });
});

describe("describeChange", () => {
  it.each([
    { name: "nothing to compare with", words: describeChange(null, BEFORE), said: "is the first here" },
    { name: "no change", words: changed({}), said: "unchanged since the last comment" },
    {
      name: "one file",
      words: changed({ "drill_b_log.txt": "dddd" }),
      said: "changed in drill B since the last comment",
    },
    {
      name: "both files of a drill, and one of another",
      words: changed({ "drill_a_log.txt": "x", "drill_a_metrics.txt": "x", "drill_b_log.txt": "x" }),
      said: "changed in drills A, B since the last comment",
    },
    {
      name: "a file that is new",
      words: changed({ "drill_b_metrics.txt": "x" }),
      said: "changed in drill B since the last comment",
    },
    {
      name: "a file that is gone",
      words: changed({ "drill_a_log.txt": null }),
      said: "changed in drill A since the last comment",
    },
    {
      name: "files of another name, by no name of theirs",
      words: changed({ "drill_@octocat.txt": "x", "drill_<b>.txt": "x" }),
      said: "changed in another file since the last comment",
    },
    {
      name: "a drill's file and another",
      words: changed({ "drill_b_log.txt": "x", "other.txt": "x" }),
      said: "changed in drill B and another file since the last comment",
    },
    {
      name: "names that every object has",
      words: changed({ constructor: "x", ["__proto__"]: "x" }),
      said: "changed in another file since the last comment",
    },
    {
      name: "more drills than fit",
      words: changed(Object.fromEntries([..."abcdefgh"].map((id) => [`drill_${id}_log.txt`, "x"]))),
      said: "changed in drills A, B, C, D, E, F and more since the last comment",
    },
  ])("says $name", ({ words, said }) => {
    expect(words).toBe(said);
  });
});
