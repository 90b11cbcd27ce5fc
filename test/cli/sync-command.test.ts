import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Fields, wireOrder, wirePosition, wireSnapshot } from "../support/accounts.js";
import { ccxtOrder } from "../support/ccxt-rows.js";
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
      counts: { duplicate_key: 1, negative_qty: 2 },
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

describe("sync --expected", () => {
  function expecting(expected: unknown, args: readonly string[] = [], snapshot = wireSnapshot()) {
    const file = join(temporaryDirectory(), "expected.json");
    writeFileSync(file, JSON.stringify(expected));
    return sync(snapshot, ["--expected", file, ...args]);
  }
  const ORDER = { order_id: "ord_1", symbol: "BTCUSDT" };
  const POSITION = { symbol: "BTCUSDT", side: "LONG", qty: "0.50" };

  it("finds nothing where both sides agree", async () => {
    const run = await expecting({ orders: [{ ...ORDER, price: "49000" }], positions: [POSITION] });
    expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  });

  it("says what we said, what the exchange said, and the symbol", async () => {
    const { exitCode, stdout } = await expecting({
      order_ids: ["ord_9"],
      orders: [
        { ...ORDER, side: "SELL", qty: "0.2" },
        { ...ORDER, symbol: "ETHUSDT", price: "7" },
      ],
      positions: [{ ...POSITION, side: "SHORT" }],
    });
    expect(exitCode).toBe(1);
    expect(stdout.split("\n").slice(1)).toEqual([
      '  MISMATCH missing_order: order "ord_1" on "ETHUSDT" is not open at the exchange; we said at 7',
      '  MISMATCH order_mismatch: order "ord_1" on "BTCUSDT": we said side SELL, qty 0.2; the exchange says side BUY, qty 0.1',
      '  MISMATCH position_mismatch: position "BTCUSDT" SHORT: we said 0.50; the exchange says flat',
      '  MISMATCH position_mismatch: position "BTCUSDT" LONG: we said flat; the exchange says 0.5',
      "mismatches: 4",
      "",
    ]);
  });

  it.each([
    { name: "ids beside orders", known: '["ord_2"]', orders: [ORDER], orphans: 0 },
    { name: "ids beside no orders", known: '["ord_2"]', orders: undefined, orphans: 1 },
  ])("knows the ids of --known-orders too: $name", async ({ known, orders, orphans }) => {
    const file = join(temporaryDirectory(), "known.json");
    writeFileSync(file, known);
    const open_orders = [wireOrder(), wireOrder({ order_id: "ord_2" })];
    const { stdout } = await expecting({ orders }, ["--known-orders", file], wireSnapshot({ open_orders }));
    expect(stdout.match(/orphan_order/g) ?? []).toHaveLength(orphans);
  });

  it.each([
    {
      name: "an unknown field",
      expected: { orders: [{ ...ORDER, id: "1" }] },
      says: "orders[0].id: no such field",
    },
    { name: "a numeric id", expected: { order_ids: [5] }, says: "order_ids[0]: expected an id in quotes" },
    {
      name: "a duplicate",
      expected: { orders: [ORDER, ORDER] },
      says: 'orders[1]: "BTCUSDT" "ord_1" is there already',
    },
    {
      name: "a float that lost digits",
      expected: { orders: [{ ...ORDER, price: 0.1 + 0.2 }] },
      says: 'orders[0].price: expected a decimal as text, such as "0.10", got the number 0.30000000000000004',
    },
    {
      name: "a side that does not exist",
      expected: { positions: [{ ...POSITION, side: "UP" }] },
      says: "positions[0].side: expected LONG, SHORT, BOTH",
    },
    { name: "no object", expected: null, says: "top level: expected an object, got null" },
  ])("refuses $name in one line with its path, exit code 2", async ({ expected, says }) => {
    const { exitCode, stdout, stderr } = await expecting(expected);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^account-sync-drill: --expected \P{Cc}+\n$/u);
    expect(stderr).toContain(says);
  });

  it.each([
    { args: ["--expected="], says: "--expected: expected a file, got nothing" },
    { args: ["--expected", "-"], says: "only one of --snapshot, --known-orders and --expected can be -" },
  ])("refuses $args", async ({ args, says }) => {
    const { exitCode, stderr } = await sync(wireSnapshot(), args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });
});

describe("sync and time", () => {
  it("refuses a snapshot out of the future, with both times", async () => {
    const { exitCode, stdout, stderr } = await sync(wireSnapshot({ ts: 1_900_000_000_000 }));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      "account-sync-drill: --snapshot - (standard input): snapshot ts 1900000000000 is more than 5 minutes ahead of the clock, 1767323045000\n",
    );
  });

  it.each([
    { args: ["--last-ts", "5"], exitCode: 2 },
    { args: ["--last-ts", "0"], exitCode: 0 },
    { args: [], exitCode: 0 },
  ])("ccxt's rows alone are good for one look, never for two: $args", async ({ args, exitCode }) => {
    const run = await sync({ positions: [], open_orders: [ccxtOrder()] }, ["--format", "ccxt", ...args]);
    expect(run.exitCode).toBe(exitCode);
    if (exitCode === 2)
      expect(run.stderr).toContain("--snapshot - (standard input): timestamp: expected Unix ms");
  });
});

describe("sync of very much", () => {
  it("shows 20 findings of a rule and counts the others; counts and evidence are exact", async () => {
    const artifactDir = temporaryDirectory();
    const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1", GRINDER_ARTIFACT_DIR: artifactDir };
    const many = wireSnapshot({ positions: Array.from({ length: 5001 }, () => wirePosition()) });
    const { stdout, stderr } = await sync(many, ["--json"], { env });
    expect(stderr).toContain("  MISMATCH duplicate_key: and 4980 more\nmismatches: 5000\n");
    expect(stderr.split("\n").length).toBeLessThan(30);
    const { mismatches, counts, evidence_dir } = JSON.parse(stdout);
    expect([mismatches.length, counts]).toEqual([20, { duplicate_key: 5000 }]);
    expect(JSON.parse(readFileSync(join(evidence_dir, "mismatches.json"), "utf8"))).toHaveLength(5000);
  });

  it("an id of a million characters is shortened, and its length said", async () => {
    const huge = wireOrder({ order_id: "7".repeat(1_000_000), symbol: "8".repeat(1_000_000) });
    const { stdout } = await sync(wireSnapshot({ open_orders: [huge, huge] }));
    expect(stdout.length).toBeLessThan(1000);
    expect(stdout).toContain(`order "${"7".repeat(120)}"… (1000000 characters) on "${"8".repeat(120)}"…`);
  });
});

describe("sync and its evidence", () => {
  const FILES = [
    "account_snapshot.json",
    "known.json",
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
