import * as fs from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writtenEvidence } from "../../support/evidence-directory.js";
import { verifyEvidence } from "../../support/verify-evidence.js";

const SUMS = "sha256sums.txt";

/** Damages a directory; `at` gives the path of a name in it. */
type DamageIt = (at: (name: string) => string) => void;

function rewriteSums(at: (name: string) => string, rewrite: (text: string) => string): void {
  fs.writeFileSync(at(SUMS), rewrite(fs.readFileSync(at(SUMS), "utf8")));
}

function swapFirstLines(text: string): string {
  const [first, second, ...rest] = text.split("\n");
  return [second, first, ...rest].join("\n");
}

async function damagesOf(damage: DamageIt): Promise<string[]> {
  const directory = await writtenEvidence();
  damage((name) => join(directory, name));
  return verifyEvidence(fs, directory).damage.map(({ kind, name }) => `${kind} ${name}`);
}

describe("verifyEvidence of a damaged directory", () => {
  const cases: readonly { readonly name: string; readonly damage: DamageIt; readonly found: string[] }[] = [
    {
      name: "a changed file",
      damage: (at) => fs.writeFileSync(at("summary.txt"), "passed, 35 of 35\n"),
      found: ["changed summary.txt"],
    },
    {
      name: "an emptied file",
      damage: (at) => fs.truncateSync(at("drill_a_log.txt")),
      found: ["changed drill_a_log.txt"],
    },
    {
      name: "a missing file",
      damage: (at) => fs.rmSync(at("drill_b_log.txt")),
      found: ["missing drill_b_log.txt"],
    },
    {
      name: "a renamed file",
      damage: (at) => fs.renameSync(at("drill_b_log.txt"), at("drill_c_log.txt")),
      found: ["missing drill_b_log.txt", "added drill_c_log.txt"],
    },
    { name: "an added file", damage: (at) => fs.writeFileSync(at("z.txt"), ""), found: ["added z.txt"] },
    { name: "an added hidden file", damage: (at) => fs.writeFileSync(at(".z"), ""), found: ["added .z"] },
    { name: "an added directory", damage: (at) => fs.mkdirSync(at("z")), found: ["added z"] },
    { name: "an added link", damage: (at) => fs.symlinkSync(SUMS, at("z")), found: ["added z"] },
    {
      name: "an added name that would break a line",
      damage: (at) => fs.writeFileSync(at("z\n\u001b[2J"), ""),
      found: ["added z\\u{a}\\u{1b}[2J"],
    },
    {
      name: "a link in place of a file, to the very same content",
      damage: (at) => {
        fs.renameSync(at("summary.txt"), at("../summary.txt"));
        fs.symlinkSync("../summary.txt", at("summary.txt"));
      },
      found: ["not_a_file summary.txt"],
    },
    {
      name: "a directory in place of a file",
      damage: (at) => {
        fs.rmSync(at("summary.txt"));
        fs.mkdirSync(at("summary.txt"));
      },
      found: ["not_a_file summary.txt"],
    },
    {
      name: "no checksum file",
      damage: (at) => fs.rmSync(at(SUMS)),
      found: [
        `missing ${SUMS}`,
        "added drill_a_log.txt",
        "added drill_a_metrics.txt",
        "added drill_b_log.txt",
        "added summary.txt",
      ],
    },
    {
      name: "a malformed checksum line",
      damage: (at) => rewriteSums(at, (text) => text.replace(/^[^\n]*/, "nonsense")),
      found: [`malformed ${SUMS}`, "added drill_a_log.txt"],
    },
    {
      name: "two checksum lines in another order",
      damage: (at) => rewriteSums(at, swapFirstLines),
      found: [`malformed ${SUMS}`],
    },
    {
      name: "a shortened checksum",
      damage: (at) => rewriteSums(at, (text) => text.slice(1)),
      found: [`malformed ${SUMS}`, "added drill_a_log.txt"],
    },
    {
      name: "checksums in uppercase",
      damage: (at) => rewriteSums(at, (text) => text.replace(/^[0-9a-f]+/, (digits) => digits.toUpperCase())),
      found: [`malformed ${SUMS}`, "added drill_a_log.txt"],
    },
    {
      name: "a checksum file without its last newline",
      damage: (at) => rewriteSums(at, (text) => text.slice(0, -1)),
      found: [`malformed ${SUMS}`, "added summary.txt"],
    },
    {
      name: "an empty checksum file in an empty directory",
      damage: (at) => {
        for (const name of fs.readdirSync(at("."))) fs.rmSync(at(name));
        fs.writeFileSync(at(SUMS), "");
      },
      found: [`malformed ${SUMS}`],
    },
    {
      name: "a checksum line that was taken out",
      damage: (at) => rewriteSums(at, (text) => text.replace(/^[^\n]*\n/, "")),
      found: ["added drill_a_log.txt"],
    },
    {
      name: "a checksum line for a file above",
      damage: (at) => rewriteSums(at, (text) => text.replace("  drill_a_log.txt", "  ../drill_a_log.txt")),
      found: [`malformed ${SUMS}`, "added drill_a_log.txt"],
    },
    {
      name: "a checksum of other content",
      damage: (at) => rewriteSums(at, (text) => text.replace(/^./, (digit) => (digit === "0" ? "1" : "0"))),
      found: ["changed drill_a_log.txt"],
    },
    {
      name: "every damage, not the first",
      damage: (at) => {
        fs.writeFileSync(at("summary.txt"), "");
        fs.rmSync(at("drill_b_log.txt"));
        fs.writeFileSync(at("z"), "");
        fs.writeFileSync(at("y"), "");
        rewriteSums(at, (text) => `${text}\n`);
      },
      found: [`malformed ${SUMS}`, "missing drill_b_log.txt", "changed summary.txt", "added y", "added z"],
    },
  ];

  it.each(cases)("reports $name", async ({ damage, found }) => {
    expect(await damagesOf(damage)).toEqual(found);
  });

  it.each([
    {
      name: "a link",
      damage: (path: string) => fs.symlinkSync("/dev/null", path),
    },
    { name: "a directory", damage: (path: string) => fs.mkdirSync(path) },
  ])("takes $name in place of the checksum file for none", async ({ damage }) => {
    const found = await damagesOf((at) => {
      fs.rmSync(at(SUMS));
      damage(at(SUMS));
    });
    expect(found[0]).toBe(`not_a_file ${SUMS}`);
    expect(found).toHaveLength(5);
  });
});
