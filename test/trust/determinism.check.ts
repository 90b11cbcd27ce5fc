import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Circumstances,
  evidenceFrom,
  LOCALES,
  PLACES,
  TIME_ZONES,
  UMASKS,
  USUAL,
} from "../support/drilled-elsewhere.js";
import { installedNodes } from "../support/node-versions.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { row } from "./row.js";

const MAJORS = ["20", "22", "24"];

interface NodeBinary {
  readonly path: string;
  /** As `node --version` says it. */
  readonly version: string;
}

row("determinism", () => {
  const nodes = MAJORS.map(nodeOf);
  const reference = evidenceFrom(process.execPath, USUAL);
  const differing: string[] = [];
  let runs = 1;
  for (const { path, version } of nodes) {
    for (const circumstances of [USUAL, ...everyPair()]) {
      const evidence = evidenceFrom(path, circumstances);
      runs += 1;
      const names = [...new Set([...Object.keys(reference), ...Object.keys(evidence)])];
      const changed = names.filter((name) => evidence[name] !== reference[name]);
      if (changed.length === 0) continue;
      differing.push(`${version} ${JSON.stringify(circumstances)}: ${changed.join(", ")}`);
    }
  }
  for (const line of differing) console.error(`differs: ${line}`);
  const files = `${Object.keys(reference).length} files`;
  const versions = nodes.map(({ version }) => version).join(", ");
  const figure =
    differing.length === 0
      ? `byte-identical: ${files} of ${runs} runs of the suite life on ${versions}`
      : `${differing.length} of ${runs} runs differ`;
  return { figure, isReached: differing.length === 0 };
});

/** Each time zone with each locale; with these, every umask and every working directory, each many times. */
function everyPair(): Circumstances[] {
  return TIME_ZONES.flatMap((timeZone, zone) =>
    LOCALES.map((locale, index) => ({
      timeZone,
      locale,
      umask: UMASKS[(zone + index) % UMASKS.length] ?? "022",
      place: PLACES[(zone + 2 * index) % PLACES.length] ?? null,
    })),
  );
}

/** A Node.js of this major version: one that is here, or the package of npm, installed for this run alone. */
function nodeOf(major: string): NodeBinary {
  const here = installedNodes().map(({ path }) => binaryAt(path));
  const found = here.find(({ version }) => version.startsWith(`v${major}.`));
  if (found !== undefined) return found;
  const directory = temporaryDirectory();
  writeFileSync(
    join(directory, "package.json"),
    JSON.stringify({ private: true, allowScripts: { node: true } }),
  );
  const options = ["--no-audit", "--no-fund", "--no-package-lock", "--bin-links=false"];
  execFileSync("npm", ["install", ...options, "--prefix", directory, `node@${major}`], {
    stdio: "pipe",
    cwd: directory,
  });
  return binaryAt(join(directory, "node_modules", "node", "bin", "node"));
}

function binaryAt(path: string): NodeBinary {
  return { path, version: execFileSync(path, ["--version"], { encoding: "utf8" }).trim() };
}
