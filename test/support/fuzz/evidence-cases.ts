import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import {
  CHECKSUMS_FILE,
  checksumsOf,
  fingerprintOf,
  renderChecksums,
} from "../../../src/evidence/checksums.js";
import { wildText } from "../arbitraries.js";
import { writeZip } from "../artifacts/zip-writer.js";
import { runHere } from "../run-cli.js";
import { damagedBytes } from "./damaged-bytes.js";
import { fuzzKind } from "./fuzz-kind.js";
import { holdRun } from "./promised-outcome.js";

const FILES = new Map([
  ["drill_a_log.txt", "log\n"],
  ["drill_a_metrics.txt", "metrics\n"],
  ["summary.txt", "summary\n"],
]);
const SUMS = renderChecksums(checksumsOf(FILES));
const LINES = SUMS.split(/(?<=\n)/);

const ODD_LINES = [
  ...["\n", "\r\n", "\0\n", "\ufeff", `${CHECKSUMS_FILE}\n`, "../../etc/passwd\n", "  \n", "# comment\n"],
  ...[
    "0".repeat(64),
    `${"0".repeat(64)}  x\n`,
    `${"0".repeat(64)}  ../x\n`,
    `${"F".repeat(64)}  summary.txt\n`,
  ],
  ...[
    `${"0".repeat(64)}  ${CHECKSUMS_FILE}\n`,
    `${"0".repeat(64)} *summary.txt\n`,
    `\\${"0".repeat(64)}  a\\nb\n`,
  ],
  ...[
    `${"0".repeat(64)}  ${"n".repeat(10_000)}\n`,
    `${"0".repeat(64)}  __proto__\n`,
    `${"0".repeat(64)}  a\u001b[2Jb\n`,
  ],
];
const line = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LINES) },
  { weight: 3, arbitrary: fc.constantFrom(...ODD_LINES) },
  { weight: 1, arbitrary: wildText },
  { weight: 1, arbitrary: wildText.map((name) => `${"0".repeat(64)}  ${name}\n`) },
);
const texts = fc.oneof(
  fc.constant(SUMS),
  fc.array(line, { maxLength: 6 }).map((lines) => lines.join("")),
  fc.shuffledSubarray(LINES).map((lines) => lines.join("")),
);

/** Checksum files: only the very bytes that were written beside the evidence verify it. */
export const CHECKSUM_FILES = fuzzKind(
  "checksum files",
  60,
  fc.tuple(damagedBytes(texts), fc.boolean()),
  async ([bytes, json], directory) => {
    const evidence = evidenceIn(directory);
    writeFileSync(join(evidence, CHECKSUMS_FILE), bytes);
    const run = await runHere(["verify", evidence, ...(json ? ["--json"] : [])], { env: {} });
    holdRun(run, [Buffer.from(SUMS).equals(bytes) ? 0 : 1]);
  },
);

const ZIP = writeZip(
  [...FILES, [CHECKSUMS_FILE, SUMS] as const].map(([name, content]) => ({ name, content })),
);
const FINGERPRINT = fingerprintOf(checksumsOf(FILES));

/** Zips of evidence, damaged: only one that still holds the very files verifies. */
export const ZIPS = fuzzKind(
  "zips of evidence",
  40,
  damagedBytes(fc.constant(ZIP)),
  async (bytes, directory) => {
    const path = join(directory, "evidence.zip");
    writeFileSync(path, bytes);
    const run = await runHere(["verify", path], { env: {} });
    holdRun(run, ZIP.equals(bytes) ? [0] : [0, 1, 2]);
    if (run.exitCode === 0 && !run.stdout.includes(FINGERPRINT)) throw new Error(run.stdout);
  },
);

function evidenceIn(directory: string): string {
  const evidence = join(directory, "evidence");
  if (existsSync(evidence)) return evidence;
  mkdirSync(evidence);
  for (const [name, text] of FILES) writeFileSync(join(evidence, name), text);
  return evidence;
}
