import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Fields, wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { namesIn } from "../support/file-tree.js";
import { NOW_NAME, runHere, type Surroundings } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";

function sync(snapshot: Fields, args: readonly string[] = [], different: Surroundings = {}) {
  return runHere(["sync", "--snapshot", "-", ...args], { stdin: JSON.stringify(snapshot), ...different });
}

const BROKEN = wireSnapshot({
  positions: [wirePosition(), wirePosition({ qty: "-1" })],
  open_orders: [wireOrder(), wireOrder({ order_id: "ord_2", qty: "-0.1" })],
});

describe("sync", () => {
  it("finds nothing in a healthy account, with exit code 0", async () => {
    const { exitCode, stdout, stderr } = await sync(wireSnapshot());
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^account: 1 position.*\nmismatches: 0\n$/);
  });

  it("finds nothing in an empty account, though last ts is set", async () => {
    const empty = wireSnapshot({ positions: [], open_orders: [], ts: 0 });
    expect(await sync(empty, ["--last-ts", "5000"])).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("prints each mismatch on a line of its own and their number last, with exit code 1", async () => {
    const { exitCode, stdout, stderr } = await sync(BROKEN, ["--last-ts", "2001"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
    expect(stdout.match(/^ {2}MISMATCH \w+/gm)).toEqual([
      "  MISMATCH ts_regression",
      "  MISMATCH duplicate_key",
      "  MISMATCH negative_qty",
      "  MISMATCH negative_qty",
    ]);
    expect(stdout).toMatch(/\nmismatches: 4\n$/);
  });

  it.each([
    { name: "of ts at last ts", lastTs: "2000", exitCode: 0 },
    { name: "of ts below last ts", lastTs: "2001", exitCode: 1 },
  ])("exits with $exitCode for a snapshot $name", async ({ lastTs, exitCode }) => {
    expect(await sync(wireSnapshot(), ["--last-ts", lastTs])).toMatchObject({ exitCode });
  });

  it("--json: one document on stdout, the text on stderr", async () => {
    const plain = await sync(BROKEN);
    const json = await sync(BROKEN, ["--json"]);
    expect(json).toMatchObject({ exitCode: 1, stderr: plain.stdout });
    expect(json.stdout).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(json.stdout)).toEqual({
      ok: false,
      mismatches: [
        { rule: "duplicate_key", detail: expect.stringContaining("BTCUSDT") },
        { rule: "negative_qty", detail: expect.stringContaining("-1") },
        { rule: "negative_qty", detail: expect.stringContaining("ord_2") },
      ],
      error: null,
      last_ts: 2000,
      positions_count: 2,
      open_orders_count: 2,
      evidence_dir: null,
    });
  });

  it("--json: keeps last_ts where a regressed snapshot was rejected", async () => {
    const { stdout } = await sync(wireSnapshot(), ["--json", "--last-ts", "5000"]);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, last_ts: 5000 });
  });
});

describe("sync --known-orders", () => {
  it.each([
    { name: "no id known: every order is an orphan", known: "[]", exitCode: 1 },
    { name: "every id known: no orphan", known: '["ord_1","another"]', exitCode: 0 },
    { name: "an id that differs in a blank: an orphan", known: '["ord_1 "]', exitCode: 1 },
  ])("$name", async ({ known, exitCode }) => {
    const fileArgs = ["sync", "--snapshot", "-", "--known-orders"];
    const file = join(temporaryDirectory(), "known.json");
    writeFileSync(file, known);
    const run = await runHere([...fileArgs, file], { stdin: JSON.stringify(wireSnapshot()) });
    expect(run.exitCode).toBe(exitCode);
    expect(run.stdout.includes("MISMATCH orphan_order")).toBe(exitCode === 1);
  });

  it("looks for no orphans where it is not given", async () => {
    expect((await sync(wireSnapshot())).stdout).not.toContain("orphan");
  });
});

describe("sync and its evidence", () => {
  const FILES = [
    "account_snapshot.json",
    "mismatches.json",
    "open_orders.json",
    "positions.json",
    "sha256sums.txt",
    "summary.txt",
  ];

  it.each(["1", "true", "yes", "on", "TRUE", "On", " yes "])(
    "is written where the setting is %j",
    async (setting) => {
      const artifactDir = temporaryDirectory();
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: setting, GRINDER_ARTIFACT_DIR: artifactDir };
      const { exitCode, stdout } = await sync(BROKEN, [], { env });
      const directory = join(artifactDir, "account_sync", NOW_NAME);
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/\nevidence: .+\n$/);
      expect(stdout).toContain(`evidence: ${directory}\n`);
      expect(namesIn(directory)).toEqual(FILES);
      expect(await runHere(["verify", directory])).toMatchObject({ exitCode: 0 });
    },
  );

  it.each([undefined, "", "0", "false", "no", "off", "2", "y", "enabled"])(
    "is not written where the setting is %j",
    async (setting) => {
      const artifactDir = join(temporaryDirectory(), "artifacts");
      const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: setting, GRINDER_ARTIFACT_DIR: artifactDir };
      const { exitCode, stdout } = await sync(BROKEN, [], { env });
      expect(exitCode).toBe(1);
      expect(stdout).not.toContain("evidence");
      expect(existsSync(artifactDir)).toBe(false);
    },
  );

  it("goes to --artifact-dir before GRINDER_ARTIFACT_DIR, and --json says where", async () => {
    const [chosen, other] = [temporaryDirectory(), join(temporaryDirectory(), "other")];
    const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: other };
    const { stdout } = await sync(wireSnapshot(), ["--artifact-dir", chosen, "--json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({ evidence_dir: join(chosen, "account_sync", NOW_NAME) });
    expect(existsSync(other)).toBe(false);
  });

  it("cannot be written: exit code 3, one line, no verdict", async () => {
    const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: "/dev/null" };
    const { exitCode, stdout, stderr } = await sync(wireSnapshot(), [], { env });
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: \P{Cc}+\n$/u);
  });
});
