import { join } from "node:path";
import { CHECKSUMS_FILE, fingerprintOf, parseChecksums } from "../../evidence/checksums.js";
import type { FileSystem } from "../../evidence/file-system.js";
import type { JsonValue } from "../../syncer/canonical-json.js";
import { isRecord } from "../../syncer/field-reader.js";
import { type Check, checksIn } from "../check/check.js";
import { CONFIGURATION_FILE } from "./deployment-evidence.js";

const { passed, failed } = checksIn("rules");
const MOST_CHANGES = 10;
const MOST_CHARACTERS = 80;
const KINDS = ["check", "ring"] as const;

/** 64 hex digits, or as many of them as tell it apart. */
export function isFingerprint(text: string): boolean {
  return /^[0-9a-f]{12,64}$/.test(text);
}

/**
 * Whether the configuration is still the one of an earlier audit. What changed is said where the evidence of that
 * audit lies in the artifact directory: a fingerprint alone does not tell.
 */
export function judgeExpected(
  fs: FileSystem,
  artifactDir: string,
  expected: string,
  now: { readonly fingerprint: string; readonly configuration: JsonValue },
): Check {
  if (now.fingerprint.startsWith(expected)) return passed("expected", "configuration as expected");
  const earlier = findConfiguration(fs, artifactDir, expected);
  const why =
    earlier === null
      ? [`what changed cannot be said: the evidence of ${expected.slice(0, 12)} is not below ${artifactDir}`]
      : changes(earlier, now.configuration, "");
  const shown = why.slice(0, MOST_CHANGES);
  const more = why.length > shown.length ? [`and ${why.length - shown.length} more`] : [];
  return failed(
    "expected",
    `the configuration is not the one of ${expected.slice(0, 12)} any more`,
    [...shown, ...more],
    `if it is meant so: --expect ${now.fingerprint}`,
  );
}

function findConfiguration(fs: FileSystem, artifactDir: string, expected: string): unknown {
  for (const kind of KINDS) {
    const parent = join(artifactDir, `account_sync_${kind}`);
    for (const name of namesIn(fs, parent)) {
      const directory = join(parent, name);
      const sums = parseChecksums(textOf(fs, join(directory, CHECKSUMS_FILE))).checksums;
      if (!fingerprintOf(sums).startsWith(expected)) continue;
      return parsed(textOf(fs, join(directory, CONFIGURATION_FILE)));
    }
  }
  return null;
}

function namesIn(fs: FileSystem, directory: string): string[] {
  try {
    return fs
      .readdirSync(directory)
      .filter((name) => !name.startsWith("."))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

function textOf(fs: FileSystem, path: string): string {
  try {
    return fs.readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Each place in which two documents differ: `alertmanagers[0].route.receiver: was "a", is "b"`. */
export function changes(before: unknown, after: unknown, path: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const length = Math.max(before.length, after.length);
    return Array.from({ length }, (_, index) =>
      changes(before[index], after[index], `${path}[${index}]`),
    ).flat();
  }
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) =>
      changes(before[name], after[name], path === "" ? name : `${path}.${name}`),
    );
  }
  return [`${path}: was ${shown(before)}, is ${shown(after)}`];
}

function shown(value: unknown): string {
  const text = value === undefined ? "not there" : JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
