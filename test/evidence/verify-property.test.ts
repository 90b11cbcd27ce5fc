import * as fs from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { EvidenceBundle } from "../../src/evidence/bundle.js";
import { verifyEvidence } from "../../src/evidence/verify.js";
import { temporaryDirectory } from "../support/temp-directory.js";

const SUMS = "sha256sums.txt";
const NEW_NAME = "~new";

/** One change of an evidence directory. A place is a share of all places there are, from 0 to 1. */
type Change = readonly [kind: string, file: number, place: number, byte: number];

const fileName = fc.stringMatching(/^(drill_)?[a-z][a-z0-9._-]{0,11}$/);
const content = fc.string({ unit: "binary", maxLength: 40 });
const evidence = fc
  .dictionary(fileName, content, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
  .map((files) => ({ ...files, "summary.txt": "passed\n" }));
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

type Edit = (bytes: Buffer, at: number, byte: number) => Buffer;

const EDITS: Readonly<Record<string, Edit>> = {
  flip: (bytes, at, byte) => Buffer.from(bytes.map((was, index) => (index === at ? was ^ byte : was))),
  truncate: (bytes, at) => bytes.subarray(0, at),
  cut: (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  insert: (bytes, at, byte) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)]),
  append: (bytes, _at, byte) => Buffer.concat([bytes, Buffer.from([byte])]),
};

type Move = (path: string, directory: string) => void;

const MOVES: Readonly<Record<string, Move>> = {
  rename: (path, directory) => fs.renameSync(path, join(directory, NEW_NAME)),
  delete: (path) => fs.rmSync(path),
  "add a copy": (path, directory) => fs.copyFileSync(path, join(directory, NEW_NAME)),
  "add a link": (path, directory) => fs.symlinkSync(path, join(directory, NEW_NAME)),
  "replace by a link": (path, directory) => {
    const elsewhere = join(directory, "..", NEW_NAME);
    fs.renameSync(path, elsewhere);
    fs.symlinkSync(elsewhere, path);
  },
  "replace by a directory": (path) => {
    fs.rmSync(path);
    fs.mkdirSync(path);
  },
  "swap two lines": (_path, directory) => {
    const sums = join(directory, SUMS);
    const [first, second, ...rest] = fs.readFileSync(sums, "utf8").split("\n");
    fs.writeFileSync(sums, [second, first, ...rest].join("\n"));
  },
};

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom(...Object.keys(EDITS), ...Object.keys(MOVES)),
  share,
  share,
  fc.integer({ min: 1, max: 255 }),
);

/** Makes the change; false where there is nothing to change it in (a byte of an empty file). */
function apply([kind, file, place, byte]: Change, directory: string): boolean {
  const names = fs.readdirSync(directory).sort();
  const path = join(directory, names[Math.floor(file * names.length)] ?? SUMS);
  MOVES[kind]?.(path, directory);
  const edit = EDITS[kind];
  if (edit === undefined) return true;
  const before = fs.readFileSync(path);
  const after = edit(before, Math.floor(place * before.length), byte);
  fs.writeFileSync(path, after);
  return !after.equals(before);
}

it("any single change of an evidence directory is found, and none where nothing was changed", async () => {
  const root = temporaryDirectory();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(evidence, change, async (files, oneChange) => {
      const bundle = EvidenceBundle.open(
        fs,
        { artifactDir: join(root, `${run++}`), kind: "account_sync" },
        0,
      );
      for (const [name, text] of Object.entries(files)) bundle.add(name, text);
      await bundle.commit();
      expect(verifyEvidence(fs, bundle.directory).damage).toEqual([]);
      fc.pre(apply(oneChange, bundle.directory));
      expect(verifyEvidence(fs, bundle.directory).damage).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});
