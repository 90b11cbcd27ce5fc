import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAction } from "../support/action-run.js";
import { RecordedPorts } from "../support/recorded-ports.js";
import { ALL_CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";
import { failingFileSystem } from "../support/watched-file-system.js";

describe("a workspace that cannot be written", () => {
  const inputs = () => ({ artifactDir: join(temporaryDirectory(), "read-only") });
  const readOnly = (recorded: RecordedPorts) => {
    const where = (path: string) => path.includes("read-only");
    const fs = failingFileSystem({ operation: "mkdirSync", nth: 1, code: "EROFS", where });
    return { drill: { ...recorded.ports().drill, fs } };
  };

  it("costs nothing but a warning: the runner's own directory takes the evidence", async () => {
    const tempDir = temporaryDirectory();
    const { recorded, failure } = await runAction({
      inputs: inputs(),
      context: { tempDir },
      ports: readOnly,
    });
    const evidenceDir = recorded.outputs["evidence-dir"] ?? "";
    expect(failure).toBeNull();
    expect(evidenceDir.startsWith(join(tempDir, "account-sync-drill"))).toBe(true);
    expect(readFileSync(join(evidenceDir, "summary.txt"), "utf8")).toContain(ALL_CHECKS);
    expect(recorded.warnings).toEqual([expect.stringContaining(`evidence is in ${evidenceDir} instead`)]);
    expect(recorded.uploads).toMatchObject([{ directory: evidenceDir }]);
  });

  it("ends the run where there is no other place, before anything was said", async () => {
    const recorded = new RecordedPorts();
    const thrown = await thrownBy(() =>
      runAction({ inputs: inputs(), ports: () => ({ ...recorded.ports(), ...readOnly(recorded) }) }),
    );
    expect(thrown).toMatchObject({ code: "evidence_not_written" });
    expect(recorded.events).toEqual([]);
  });

  it("ends the run where the other place cannot be written either", async () => {
    const tempDir = temporaryDirectory();
    const everywhere = (recorded: RecordedPorts) => {
      const drill = recorded.ports().drill;
      const fs = {
        ...drill.fs,
        mkdirSync: () => {
          throw Object.assign(new Error("EROFS"), { code: "EROFS" });
        },
      };
      return { drill: { ...drill, fs } };
    };
    expect(
      await thrownBy(() => runAction({ inputs: inputs(), context: { tempDir }, ports: everywhere })),
    ).toMatchObject({
      code: "evidence_not_written",
    });
    expect(readdirSync(tempDir)).toEqual([]);
  });
});
