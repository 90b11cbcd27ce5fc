import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runAction } from "../../support/action-run.js";
import { forge } from "../../support/forged-evidence.js";

describe("the upload of evidence", () => {
  it("is not told of where the evidence was changed while it was uploaded", async () => {
    const { recorded, failure } = await runAction({
      ports: () => ({
        upload: async (name, directory) => {
          forge(directory);
          return { name, id: "7", digest: "d".repeat(64) };
        },
      }),
    });
    expect(failure).toBeNull();
    expect(recorded.outputs).toMatchObject({ result: "passed", "artifact-id": "", "artifact-url": "" });
    expect(recorded.warnings).toEqual([
      expect.stringMatching(
        /\(what lies under account-sync-drill-drill-1 is not to be relied on: .*this run wrote/,
      ),
    ]);
  });

  it("looks again before each try", async () => {
    const tried: string[] = [];
    const { recorded } = await runAction({
      ports: () => ({
        upload: async (name, directory) => {
          tried.push(name);
          fs.appendFileSync(join(directory, "drill_a_log.txt"), "x");
          throw new Error("409 already exists");
        },
      }),
    });
    expect(tried).toEqual(["account-sync-drill-drill-1"]);
    expect(recorded.warnings).toEqual([
      expect.stringMatching(/was not uploaded \(it is not what this run wrote: drill_a_log\.txt/),
    ]);
  });
});
