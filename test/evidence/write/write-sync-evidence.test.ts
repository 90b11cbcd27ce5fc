import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSyncEvidenceOn, writeSyncEvidence } from "../../../src/evidence/write/write-sync-evidence.js";
import { snapshotOf, wireOrder } from "../../support/accounts.js";
import { namesIn, textsIn } from "../../support/file-tree.js";
import { SyncerRig } from "../../support/syncer-rig.js";
import { temporaryDirectory } from "../../support/temp-directory.js";
import { thrownBy } from "../../support/thrown-by.js";
import { verifyEvidence } from "../../support/verify-evidence.js";
import { failingFileSystem } from "../../support/watched-file-system.js";

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
const ORDER =
  '{"filled_qty":"0","order_id":"ord_1","order_type":"LIMIT","price":"49000.00","qty":"-0.1",' +
  '"reduce_only":false,"side":"BUY","status":"NEW","symbol":"BTCUSDT","ts":2000}';
const POSITION =
  '{"entry_price":"48000.00","leverage":10,"mark_price":"49000.00","qty":"0.5","side":"LONG",' +
  '"symbol":"BTCUSDT","ts":2000,"unrealized_pnl":"500.00"}';

describe("isSyncEvidenceOn", () => {
  it.each(["1", "true", "yes", "on", "TRUE", "Yes", "oN", " on ", "1\n"])("takes %j for on", (word) => {
    expect(isSyncEvidenceOn(word)).toBe(true);
  });

  it.each([undefined, "", " ", "0", "false", "no", "off", "2", "11", "y", "enabled", "truee"])(
    "takes %j for off",
    (word) => {
      expect(isSyncEvidenceOn(word)).toBe(false);
    },
  );
});

describe("writeSyncEvidence", () => {
  it("leaves the account and the findings, whole and with checksums", async () => {
    const artifactDir = temporaryDirectory();
    const snapshot = snapshotOf({ open_orders: [wireOrder({ qty: "-0.1" })] });
    const result = await new SyncerRig().sync(snapshot);
    const known = { orderIds: new Set(["ord_1"]), positions: [] };
    const directory = await writeSyncEvidence({ fs }, result, { artifactDir, now: NOW, known });
    expect(directory).toBe(join(artifactDir, "account_sync", "20260102T030405Z"));
    expect(textsIn(directory)).toEqual({
      "account_snapshot.json": `{"open_orders":[${ORDER}],"positions":[${POSITION}],"source":"test","ts":2000}\n`,
      "known.json": '{"order_ids":["ord_1"],"positions":[]}\n',
      "mismatches.json":
        '[{"detail":"order \\"ord_1\\" on \\"BTCUSDT\\" has qty -0.1","rule":"negative_qty"}]\n',
      "open_orders.json": `[${ORDER}]\n`,
      "positions.json": `[${POSITION}]\n`,
      "sha256sums.txt": expect.any(String),
      "summary.txt":
        `at: ${NOW}\n` +
        "account: 1 position, 1 open order, ts 2000\n" +
        '  MISMATCH negative_qty: order "ord_1" on "BTCUSDT" has qty -0.1\n' +
        "mismatches: 1\n",
    });
    expect(verifyEvidence(fs, directory)).toEqual({ damage: [], intact: 6, fingerprint: null });
  });

  it("says null for an account that could not be fetched, never an empty account", async () => {
    const result = await new SyncerRig().sync(() => {
      throw Object.assign(new Error("no answer\nat all"), { code: "ETIMEDOUT" });
    });
    const directory = await writeSyncEvidence({ fs }, result, {
      artifactDir: temporaryDirectory(),
      now: NOW,
    });
    expect(textsIn(directory)).toMatchObject({
      "account_snapshot.json": "null\n",
      "known.json": "null\n",
      "mismatches.json": "[]\n",
      "open_orders.json": "null\n",
      "positions.json": "null\n",
      "summary.txt": `at: ${NOW}\naccount: unknown, the fetch failed\nerror: timeout: no answer\\u{a}at all\n`,
    });
  });

  it("leaves no directory where it could not be written", async () => {
    const artifactDir = temporaryDirectory();
    const result = await new SyncerRig().sync(snapshotOf());
    const faulty = failingFileSystem({ operation: "writeFileSync", nth: 4, code: "ENOSPC" });
    const error = await thrownBy(() => writeSyncEvidence({ fs: faulty }, result, { artifactDir, now: NOW }));
    expect(error).toMatchObject({ name: "DrillError", code: "evidence_not_written" });
    expect(namesIn(join(artifactDir, "account_sync"))).toEqual([]);
  });
});
