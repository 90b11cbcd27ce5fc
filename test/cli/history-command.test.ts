import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { wireSnapshot } from "../support/accounts.js";
import { runHere } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

/** Syncs an account twice with evidence on; the directory that holds what both left. */
async function twoSyncs(): Promise<string> {
  const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: temporaryDirectory() };
  const known = join(temporaryDirectory(), "known.json");
  fs.writeFileSync(known, '["another"]');
  const sync = (seconds: number) =>
    runHere(["sync", "--snapshot", "-", "--known-orders", known, "--json"], {
      env,
      stdin: JSON.stringify(wireSnapshot()),
      clock: () => Date.UTC(2026, 0, 1) + seconds * 1000,
    });
  const [, second] = [await sync(60), await sync(0)];
  return dirname(JSON.parse(second.stdout).evidence_dir);
}

describe("history", () => {
  it("prints one history of all evidence in a directory, by time, which the drill replays", async () => {
    const directory = await twoSyncs();
    const { exitCode, stdout, stderr } = await runHere([
      "history",
      directory,
      join(directory, "20260101T000000Z"),
    ]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr:
        "history: 2 syncs, 2 with what to expect\n" +
        "Next: read what each line expects, correct it, keep the file, and run: account-sync-drill drill --replay FILE\n",
    });
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ at, expect: wanted }) => [at, wanted])).toEqual([
      [Date.UTC(2026, 0, 1), { mismatches: ["orphan_order"] }],
      [Date.UTC(2026, 0, 1, 0, 1), { mismatches: ["orphan_order"] }],
    ]);
    expect((await runHere(["drill", "--replay", "-"], { stdin: stdout })).stdout).toContain(
      "drill_replay_stdin_PROVEN: 2 of 2 syncs judged",
    );
  });

  it("refuses damaged evidence, as verify tells it", async () => {
    const directory = await twoSyncs();
    fs.appendFileSync(join(directory, "20260101T000000Z", "known.json"), " ");
    const { exitCode, stdout, stderr } = await runHere(["history", directory]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("  CHANGED: known.json: its content is not what sha256sums.txt says\n");
  });

  it("takes the grace that the syncer had", async () => {
    const { stdout } = await runHere(["history", await twoSyncs(), "--settle", "syncs=2,ms=60000"]);
    const [first = "", second = ""] = stdout.split("\n");
    expect(JSON.parse(first)).toMatchObject({ settle: { syncs: 2, ms: 60_000 } });
    expect([first, second].map((line) => "expect" in JSON.parse(line))).toEqual([false, true]);
  });

  it.each([
    { name: "no directory", args: () => [], says: /history: which evidence of syncs/ },
    { name: "an empty name", args: () => [""], says: /history: which evidence of syncs/ },
    { name: "one that is not there", args: () => ["/gone"], says: /\/gone: no such directory/ },
    { name: "one without evidence", args: () => [temporaryDirectory()], says: /: no evidence in it/ },
    {
      name: "a grace that is none",
      args: () => [".", "--settle", "3"],
      says: /--settle: expected syncs=N,ms=N/,
    },
  ])("refuses $name with exit code 2 and one line", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await runHere(["history", ...args()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: [^\n]+\n$/);
    expect(stderr).toMatch(says);
  });

  it("refuses the evidence of a drill", async () => {
    const { stdout } = await runHere(["drill", "--only", "a", "--json"]);
    const { exitCode, stderr } = await runHere(["history", JSON.parse(stdout).evidence_dir]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: expect.stringContaining("no evidence of a sync"),
    });
  });
});
