import * as fs from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DrillError } from "../../src/errors.js";
import { CHECKSUMS_FILE } from "../../src/evidence/checksums.js";
import { openEvidence } from "../../src/evidence/read/open-evidence.js";
import { verifySource } from "../../src/evidence/read/verify.js";
import { printable } from "../../src/syncer/printable.js";
import { readZip } from "./artifacts/zip-archive.js";
import { zipOfDirectory } from "./artifacts/zip-of-directory.js";
import { RepairedDirectory } from "./repaired-directory.js";
import { FLIPS, TAMPERS } from "./tamper-kinds.js";

/** What came of changed evidence. */
export interface Outcome {
  /** What was done to what. */
  readonly change: string;
  readonly kind: string;
  readonly touched: readonly string[];
  /** Everything that `verify` had to say; null where it verified the evidence. */
  readonly report: readonly string[] | null;
  /** Whether the report names all that was touched. */
  readonly isNamed: boolean;
}

/** Gives the outcome of each of `count` random single changes of an evidence directory, one after the other. */
export async function tamperWithDirectory(
  evidence: string,
  scratch: string,
  { seed, count }: { readonly seed: number; readonly count: number },
  pack: (directory: string) => string = (directory) => directory,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const copy = new RepairedDirectory(evidence, join(fs.mkdtempSync(join(scratch, "tampering-")), "evidence"));
  const { directory } = copy;
  for (const { kind, ...place } of places(seed, copy.names, 3 * count)) {
    if (outcomes.length === count) break;
    const touched = TAMPERS.get(kind)?.({ directory, ...place }) ?? [];
    if (touched.length > 0) {
      const change = `${kind}: ${touched.map(printable).join(", ")}`;
      const report = await verifyReport(pack(directory));
      const isNamed = report !== null && touched.every((name) => isNamedIn(report, name));
      outcomes.push({ change, kind, touched, report, isNamed });
    }
    copy.repair();
  }
  return outcomes;
}

/** The same, each changed directory in a zip. */
export function tamperThenZip(
  evidence: string,
  scratch: string,
  plan: { readonly seed: number; readonly count: number },
): Promise<Outcome[]> {
  return tamperWithDirectory(evidence, scratch, plan, (directory) => {
    const path = join(directory, "..", "artifact.zip");
    fs.writeFileSync(path, zipOfDirectory(directory));
    return path;
  });
}

/** What came of one changed byte of a zip. */
export interface FlipOutcome {
  readonly change: string;
  readonly isRefused: boolean;
  /** Whether an unpacker of our tests finds in it what was in it before. */
  readonly isSame: boolean;
}

/** Changes one byte of a zip of the evidence, `count` times, at random places. */
export async function flipInZip(
  evidence: string,
  scratch: string,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<FlipOutcome[]> {
  const zip = zipOfDirectory(evidence);
  const path = join(scratch, "flipped.zip");
  const outcomes: FlipOutcome[] = [];
  for (const { share, byte } of places(seed, fs.readdirSync(evidence), count)) {
    const at = Math.floor(share * zip.length);
    const flipped = Buffer.from(zip);
    flipped.writeUInt8(flipped.readUInt8(at) ^ byte, at);
    fs.writeFileSync(path, flipped);
    const isRefused = (await verifyReport(path)) !== null;
    const isSame = isRefused || contentOf(flipped) === contentOf(zip);
    outcomes.push({ change: `byte ${at} xor ${byte}`, isRefused, isSame });
  }
  return outcomes;
}

function places(seed: number, files: readonly string[], count: number) {
  const others = [...TAMPERS.keys()].filter((kind) => !FLIPS.includes(kind));
  const place = fc.record({
    kind: fc.oneof(
      { arbitrary: fc.constantFrom(...FLIPS), weight: 2 },
      { arbitrary: fc.constantFrom(...others), weight: 3 },
    ),
    files: fc.shuffledSubarray([...files], { minLength: 2, maxLength: 2 }),
    share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: fc.integer({ min: 1, max: 255 }),
  });
  return fc
    .sample(place, { seed, numRuns: count })
    .map(({ files: [file = "", other = ""], ...rest }) => ({ ...rest, file, other }));
}

/** Lines `name: what`, or the one line of a refusal. Anything else that is thrown is for the test to fail with. */
async function verifyReport(path: string): Promise<readonly string[] | null> {
  try {
    const { damage } = verifySource(await openEvidence(fs, path));
    return damage.length === 0 ? null : damage.map(({ name, what }) => `${name}: ${what}`);
  } catch (error) {
    if (
      error instanceof DrillError &&
      error.code === "bad_input" &&
      printable(error.message) === error.message
    )
      return [error.message];
    throw error;
  }
}

// A changed line of the checksum file shows as a file that is not as it says: then both are named.
function isNamedIn(report: readonly string[], name: string): boolean {
  const shown = printable(name);
  return report.some(
    (line) =>
      line.startsWith(`${shown}: `) ||
      line.includes(` ${shown}: `) ||
      line.includes(`"${shown}"`) ||
      (name === CHECKSUMS_FILE && line.includes(name)),
  );
}

function contentOf(zip: Buffer): string {
  return JSON.stringify(
    [...readZip(zip)].map(([name, content]) => [name, content.toString("base64")]).sort(),
  );
}
