import * as fs from "node:fs";
import { EvidenceBundle } from "../../src/evidence/write/bundle.js";
import { ALL_CHECKS } from "../support/suite-counts.js";
import { temporaryDirectory } from "./temp-directory.js";

/** Like what a drill leaves: three files of the drill and one beside them. */
export const EVIDENCE_FILES = {
  "drill_a_log.txt": "PASS: sync is ok\n",
  "drill_a_metrics.txt": 'mismatches_total{rule="orphan_order"} 1\n',
  "drill_b_log.txt": "PASS: sync is not ok\n",
  "summary.txt": `passed, ${ALL_CHECKS}\n`,
} as const satisfies Readonly<Record<string, string>>;

/** Writes evidence of these files to a temporary directory of the running test. */
export async function writtenEvidence(
  files: Readonly<Record<string, string>> = EVIDENCE_FILES,
  artifactDir = temporaryDirectory(),
): Promise<string> {
  const bundle = EvidenceBundle.open(fs, { artifactDir, kind: "account_sync_fire_drill" }, 0);
  for (const [name, text] of Object.entries(files)) bundle.add(name, text);
  await bundle.commit();
  return bundle.directory;
}
