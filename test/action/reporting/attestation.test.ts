import * as fs from "node:fs";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAction } from "../../support/action-run.js";
import { BreakingSyncer } from "../../support/breaking-syncer.js";
import { forge } from "../../support/forged-evidence.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";
import { failingFileSystem } from "../../support/watched-file-system.js";

const ATTESTED = { attestation: true };
const UNSIGNED = /this run gets no OIDC token/;

describe("the attestation that was asked for", () => {
  it("leaves beside the evidence what a next step signs, and says where", async () => {
    const { recorded, failure } = await runAction({ inputs: ATTESTED });
    const { outputs } = recorded;
    const directory = outputs["evidence-dir"] ?? "";
    expect(failure).toBeNull();
    expect(outputs).toMatchObject({
      "predicate-path": `${directory}.predicate.json`,
      "predicate-type": "https://in-toto.io/attestation/test-result/v0.1",
      "subject-checksums": join(directory, "sha256sums.txt"),
      "can-sign": "true",
    });
    expect(JSON.parse(readFileSync(outputs["predicate-path"] ?? "", "utf8"))).toMatchObject({
      result: "PASSED",
      url: "https://github.com/octo/bot/actions/runs/42",
    });
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
    expect(recorded.warnings).toEqual([]);
    expect(recorded.thread.bodies.join()).not.toMatch(/unsigned/i);
  });

  it("names no page outside a run", async () => {
    const { recorded } = await runAction({ inputs: ATTESTED, context: { runId: 0 } });
    expect(readFileSync(recorded.outputs["predicate-path"] ?? "", "utf8")).not.toContain('"url"');
  });

  it("is said to be unsigned where the run cannot sign: a warning, the summary, the comment", async () => {
    const { recorded, failure } = await runAction({ inputs: ATTESTED, context: { hasOidcToken: false } });
    expect(failure).toBeNull();
    expect(recorded.outputs["can-sign"]).toBe("false");
    expect(existsSync(recorded.outputs["predicate-path"] ?? "")).toBe(true);
    expect(recorded.warnings).toEqual([expect.stringMatching(UNSIGNED)]);
    for (const text of [...recorded.summaries, ...recorded.thread.bodies]) {
      expect(text.match(new RegExp(UNSIGNED, "g"))).toHaveLength(1);
    }
    expect(recorded.thread.bodies).toHaveLength(1);
  });

  it("costs nothing but a warning where the predicate cannot be written", async () => {
    const where = (path: string) => path.endsWith(".predicate.json");
    const { recorded, failure } = await runAction({
      inputs: ATTESTED,
      ports: (ports) => {
        const fs = failingFileSystem({ operation: "writeFileSync", nth: 1, code: "ENOSPC", where });
        return { drill: { ...ports.ports().drill, fs } };
      },
    });
    expect(failure).toBeNull();
    expect(recorded.outputs).toMatchObject({ result: "passed", "predicate-path": "", "can-sign": "false" });
    expect(recorded.warnings).toEqual([expect.stringMatching(/^unsigned evidence: .*ENOSPC/)]);
    expect(existsSync(`${recorded.outputs["evidence-dir"]}.predicate.json`)).toBe(false);
    expect(recorded.thread.bodies).toHaveLength(1);
  });

  it("has nothing to sign where the evidence was changed before it was read", async () => {
    const { recorded } = await runAction({
      inputs: ATTESTED,
      ports: (ports) => ({
        log: () => {
          const at = join(ports.outputs["evidence-dir"] ?? "", "drill_a_log.txt");
          fs.appendFileSync(at, "x");
        },
      }),
    });
    expect(recorded.outputs["can-sign"]).toBe("false");
    expect(recorded.warnings).toEqual([
      expect.stringMatching(/nothing to sign, the evidence is damaged already: drill_a_log\.txt/),
      expect.stringMatching(/was not uploaded \(it is not what this run wrote: drill_a_log\.txt/),
    ]);
  });

  it("is of what the run found, never of what somebody made of its evidence, checksums and all", async () => {
    const { recorded } = await runAction({
      syncer: new BreakingSyncer("sync", 2),
      inputs: ATTESTED,
      ports: (ports) => ({ log: () => void forge(ports.outputs["evidence-dir"] ?? "") }),
    });
    const directory = recorded.outputs["evidence-dir"] ?? "";
    expect(verifyEvidence(fs, directory).damage).toEqual([]);
    expect(recorded.outputs).toMatchObject({ result: "failed", "can-sign": "false", "artifact-id": "" });
    expect(existsSync(`${directory}.predicate.json`)).toBe(false);
    expect(recorded.uploads).toEqual([]);
    expect(recorded.warnings).toEqual([
      expect.stringMatching(/^unsigned evidence: .*sha256sums\.txt: it is not what this run wrote/),
      expect.stringMatching(/was not uploaded \(.*sha256sums\.txt: it is not what this run wrote/),
    ]);
  });

  it.each([
    { name: "a link to a file", make: (path: string, outside: string) => symlinkSync(outside, path) },
    { name: "a file", make: (path: string) => writeFileSync(path, "theirs") },
  ])("is written over nothing: $name in its place stays as it is", async ({ make }) => {
    const outside = join(temporaryDirectory(), "outside");
    writeFileSync(outside, "theirs");
    const { recorded, failure } = await runAction({
      inputs: ATTESTED,
      ports: (ports) => ({ log: () => make(`${ports.outputs["evidence-dir"]}.predicate.json`, outside) }),
    });
    expect(failure).toBeNull();
    expect(readFileSync(outside, "utf8")).toBe("theirs");
    expect(readFileSync(`${recorded.outputs["evidence-dir"]}.predicate.json`, "utf8")).toBe("theirs");
    expect(recorded.outputs["can-sign"]).toBe("false");
    expect(recorded.warnings).toEqual([expect.stringMatching(/^unsigned evidence: .*EEXIST/)]);
  });

  it("is not written where a link leads out of the workspace by now", async () => {
    const [workspace, outside] = [temporaryDirectory(), temporaryDirectory()];
    const { recorded } = await runAction({
      inputs: { ...ATTESTED, artifactDir: join(workspace, ".artifacts") },
      context: { workspace },
      ports: () => ({
        log: () => {
          const moved = join(outside, "moved");
          fs.renameSync(join(workspace, ".artifacts"), moved);
          symlinkSync(moved, join(workspace, ".artifacts"));
        },
      }),
    });
    expect(recorded.outputs["can-sign"]).toBe("false");
    expect(recorded.warnings[0]).toMatch(
      /^unsigned evidence: .*\.artifacts is a link that leads out of the workspace/,
    );
    expect(fs.readdirSync(join(outside, "moved", "account_sync_fire_drill"))).not.toContainEqual(
      expect.stringMatching(/predicate/),
    );
  });
});

describe("without an attestation", () => {
  it.each([{ hasOidcToken: true }, { hasOidcToken: false }])(
    "nothing is written and nothing is said: $hasOidcToken",
    async (context) => {
      const { recorded } = await runAction({ context });
      const directory = recorded.outputs["evidence-dir"] ?? "";
      const told = ["predicate-path", "predicate-type", "subject-checksums", "can-sign"];
      expect(told.map((name) => recorded.outputs[name])).toEqual(["", "", "", ""]);
      expect(fs.readdirSync(dirname(directory)).filter((name) => name.endsWith(".json"))).toEqual([]);
      expect(recorded.warnings).toEqual([]);
      expect(recorded.thread.bodies.join()).not.toMatch(/unsigned/i);
    },
  );
});
