import * as fs from "node:fs";
import { join } from "node:path";
import { checksumsOf, renderChecksums } from "../../src/evidence/checksums.js";

/** Makes passed of whatever evidence says, by leaving nothing in it that says more, with checksums that fit. */
export function forge(directory: string): void {
  for (const name of fs.readdirSync(directory)) fs.rmSync(join(directory, name));
  const summary = "Account sync fire drill: passed, 34 of 34\n";
  const texts = new Map([
    ["drill_a_log.txt", "drill_a_PROVEN: clean sync\n"],
    ["summary.txt", summary],
  ]);
  for (const [name, text] of texts) fs.writeFileSync(join(directory, name), text);
  fs.writeFileSync(join(directory, "sha256sums.txt"), renderChecksums(checksumsOf(texts)));
}
