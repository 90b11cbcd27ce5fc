import * as fs from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { BundledSyncer } from "../../src/drill/bundled-syncer.js";
import { DrillError } from "../../src/errors.js";
import { directorySource } from "../../src/evidence/read/evidence-source.js";
import { writeSyncEvidence } from "../../src/evidence/write/write-sync-evidence.js";
import { compareNames, timeOfName } from "../../src/replay/evidence-name.js";
import { historyOfEvidence } from "../../src/replay/history-of-evidence.js";
import { parseHistory } from "../../src/replay/parse-history.js";
import { readSyncEvidence } from "../../src/replay/sync-evidence-reading.js";
import { AT_ONCE, type Settle } from "../../src/syncer/settling.js";
import { snapshotOf, wireOrder } from "../support/accounts.js";
import { BEGIN } from "../support/histories.js";
import { ADVISED } from "../support/life-days.js";
import { type Fetch, SyncerRig } from "../support/syncer-rig.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";

const bundledWith = (settle: Settle) => new BundledSyncer("0", undefined, settle);
const accountAt = (ts: number) => snapshotOf({ ts, positions: [], open_orders: [wireOrder({ ts: BEGIN })] });
const refused: Fetch = () => {
  throw Object.assign(new Error("no key"), { reason: "auth" });
};

/** Syncs one after the other, each leaving its evidence; the directories. */
async function evidenceOf(
  syncs: readonly {
    readonly at: number;
    readonly known?: readonly string[];
    readonly fetch?: Fetch;
    readonly ts?: number;
  }[],
  options: { readonly lastTs?: number; readonly settle?: Settle } = {},
): Promise<string[]> {
  const rig = new SyncerRig(options);
  const artifactDir = temporaryDirectory();
  const directories: string[] = [];
  for (const { at, known = null, fetch, ts = BEGIN + at } of syncs) {
    rig.now = BEGIN + at;
    const result = await rig.sync(fetch ?? accountAt(ts), known);
    directories.push(await writeSyncEvidence({ fs }, result, { artifactDir, now: rig.now, known }));
  }
  return directories;
}

const made = (directories: readonly string[], settle: Settle = AT_ONCE) =>
  historyOfEvidence(
    directories.map((path) => readSyncEvidence(directorySource(fs, path), basename(path))),
    settle,
    bundledWith,
  );

describe("the history of the evidence of syncs", () => {
  it("has their times, what was known, what came, and what was found", async () => {
    const directories = await evidenceOf([
      { at: 100, known: ["ord_1"] },
      { at: 700, known: ["other"] },
      { at: 5000, known: ["other"], fetch: refused },
      { at: 9000 },
    ]);
    const { text, syncs, expecting, notes } = await made(directories.toReversed());
    expect({ syncs, expecting, notes }).toEqual({ syncs: 4, expecting: 4, notes: [] });
    const lines = parseHistory(text).lines.map(({ at, known, fetchError, expect: wanted }) => [
      at - BEGIN,
      known,
      fetchError,
      wanted?.mismatches,
    ]);
    expect(lines).toEqual([
      [100, { order_ids: ["ord_1"] }, null, []],
      [700, { order_ids: ["other"] }, null, ["orphan_order"]],
      [5000, { order_ids: ["other"] }, "auth", []],
      [9000, null, null, []],
    ]);
  });

  it("expects nothing where these syncs alone do not come to what was found then, and says so", async () => {
    const directories = await evidenceOf([{ at: 0, ts: BEGIN - 9000 }, { at: 5000 }], { lastTs: BEGIN });
    const { text, expecting, notes } = await made(directories);
    expect(expecting).toBe(1);
    expect(parseHistory(text).lines.map(({ expect: wanted }) => wanted?.mismatches ?? null)).toEqual([
      null,
      [],
    ]);
    expect(notes).toEqual([
      `${basename(directories[0] ?? "")}: ts_regression was found then, nothing in these syncs alone: nothing is expected of it`,
    ]);
  });

  it("expects what settled where it is told how long that took", async () => {
    const known = ["other"];
    const directories = await evidenceOf(
      [0, 5000, 10_000].map((at) => ({ at, known })),
      { settle: ADVISED },
    );
    expect((await made(directories)).expecting).toBe(1);
    const { text, expecting } = await made(directories, ADVISED);
    expect(expecting).toBe(3);
    expect(parseHistory(text)).toMatchObject({
      settle: ADVISED,
      lines: [{ expect: { mismatches: [] } }, {}, { expect: { mismatches: ["orphan_order"] } }],
    });
  });

  it("takes the time from the name, and says what is not known, where older evidence says neither", async () => {
    const [directory = ""] = await evidenceOf([{ at: 400, known: ["other"] }]);
    fs.writeFileSync(join(directory, "summary.txt"), "mismatches: 1\n");
    fs.rmSync(join(directory, "known.json"));
    const { text, notes } = await made([directory]);
    expect(parseHistory(text).lines).toMatchObject([{ at: BEGIN, known: null, expect: null }]);
    expect(notes.at(-1)).toBe("1 of 1 do not say what was known (no known.json): nothing is told there");
  });

  it.each([
    {
      name: "no evidence of a sync",
      spoil: (at: string) => fs.rmSync(join(at, "account_snapshot.json")),
      says: /no evidence of a sync \(account_snapshot\.json is not there\)/,
    },
    {
      name: "a snapshot that cannot be read",
      spoil: (at: string) => fs.writeFileSync(join(at, "account_snapshot.json"), "{}"),
      says: /account_snapshot\.json: positions: expected an array/,
    },
    {
      name: "findings that cannot be read",
      spoil: (at: string) => fs.writeFileSync(join(at, "mismatches.json"), '["x"]'),
      says: /mismatches\.json: mismatches/,
    },
    {
      name: "what was known that cannot be read",
      spoil: (at: string) => fs.writeFileSync(join(at, "known.json"), "[]"),
      says: /known\.json: top level: expected an object/,
    },
  ])("is refused with $name, by one line that names the place", async ({ spoil, says }) => {
    const [directory = ""] = await evidenceOf([{ at: 0 }]);
    spoil(directory);
    const thrown = await thrownBy(() => made([directory]));
    expect(thrown).toBeInstanceOf(DrillError);
    expect(String(thrown)).toContain(directory);
    expect(String(thrown)).toMatch(says);
  });
});

describe("the name of evidence", () => {
  it("tells its second, and which run of the second it was", () => {
    expect(timeOfName("20260101T000000Z-2")).toBe(BEGIN);
    expect(timeOfName("night")).toBeNull();
    const names = ["20260101T000000Z-10", "20260101T000000Z", "20260101T000000Z-2"];
    expect(names.toSorted(compareNames)).toEqual([
      "20260101T000000Z",
      "20260101T000000Z-2",
      "20260101T000000Z-10",
    ]);
  });
});
