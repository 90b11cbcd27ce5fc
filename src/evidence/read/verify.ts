import { DrillError, messageOf } from "../../errors.js";
import { compareText } from "../../syncer/canonical-json.js";
import { printable } from "../../syncer/printable.js";
import {
  CHECKSUMS_FILE,
  type Checksum,
  fingerprintOf,
  isFingerprinted,
  parseChecksums,
  sha256,
} from "../checksums.js";
import { contradictions, saysWhatCameOut } from "./contradictions.js";
import type { EvidenceSource } from "./evidence-source.js";
import { saidFingerprints } from "./said-fingerprints.js";

/** One thing that is wrong with evidence. */
export interface Damage {
  readonly kind: "changed" | "missing" | "added" | "not_a_file" | "malformed" | "unreadable" | "disagrees";
  /** The file's name. */
  readonly name: string;
  /** One printable line. */
  readonly what: string;
}

/** What `verify` found. The evidence is intact when `damage` is empty. */
export interface Verification {
  readonly damage: readonly Damage[];
  /** How many files have the content that their checksum says. */
  readonly intact: number;
  /** Over the drill's logs and metrics as listed; null where the evidence holds no drill. */
  readonly fingerprint: string | null;
}

/** What was found in one file: damage, or whole content that disagrees about the fingerprint, and may say more. */
interface Found {
  readonly damage: readonly Damage[];
  readonly disagreement: readonly Damage[];
  /** By its name, where it says what came out. */
  readonly said: readonly (readonly [string, string])[];
}

/**
 * Holds evidence against its checksum file and reports every damage, not the first: a file that was changed, removed,
 * added or replaced by a link or a directory, and a checksum file that was touched. Where all of this is whole, also
 * that the fingerprint is the one that the evidence says of itself, and that no file contradicts another.
 *
 * @throws DrillError `bad_input` where there is no evidence.
 */
export function verifySource(source: EvidenceSource): Verification {
  const { path, entries } = source;
  if (!entries.has(CHECKSUMS_FILE) && !entries.has("summary.txt")) {
    const what = `${printable(path)}: no evidence here (neither ${CHECKSUMS_FILE} nor summary.txt)`;
    throw new DrillError("bad_input", `${what}; give a directory that the drill printed`);
  }
  const { checksums, damage: listDamage } = readChecksums(source);
  const fingerprint = fingerprintOf(checksums);
  const found = checksums.map((checksum) => checkFile(source, checksum, fingerprint));
  const fileDamage = found.flatMap(({ damage }) => damage);
  const damage = [...listDamage, ...fileDamage, ...findAdded(entries, checksums)];
  return {
    damage: damage.length === 0 ? disagreements(found, new Set(entries.keys())) : damage,
    intact: checksums.length - fileDamage.length,
    fingerprint: checksums.some(isFingerprinted) ? fingerprint : null,
  };
}

function disagreements(found: readonly Found[], present: ReadonlySet<string>): Damage[] {
  const texts = new Map(found.flatMap(({ said }) => said));
  return [
    ...found.flatMap(({ disagreement }) => disagreement),
    ...contradictions(texts, present).map(({ name, what }) => damaged("disagrees", name, what)),
  ];
}

function readChecksums(source: EvidenceSource): { checksums: readonly Checksum[]; damage: Damage[] } {
  if (!source.entries.has(CHECKSUMS_FILE))
    return { checksums: [], damage: [damaged("missing", CHECKSUMS_FILE, "it is not there")] };
  const content = readContent(source, CHECKSUMS_FILE);
  if (!(content instanceof Uint8Array)) return { checksums: [], damage: [content] };
  const text = Buffer.from(content).toString("utf8");
  const isUtf8 = Buffer.from(text).equals(content);
  const { checksums, faults } = parseChecksums(text);
  return {
    checksums,
    damage: [...(isUtf8 ? [] : ["it is not UTF-8"]), ...faults].map((what) =>
      damaged("malformed", CHECKSUMS_FILE, what),
    ),
  };
}

function checkFile(source: EvidenceSource, checksum: Checksum, fingerprint: string): Found {
  const { name } = checksum;
  if (!source.entries.has(name))
    return onlyDamage(damaged("missing", name, `${CHECKSUMS_FILE} lists it, but it is not there`));
  const content = readContent(source, name);
  if (!(content instanceof Uint8Array)) return onlyDamage(content);
  if (sha256(content) !== checksum.sha256)
    return onlyDamage(damaged("changed", name, `its content is not what ${CHECKSUMS_FILE} says`));
  const other = saidFingerprints(name, content).find((said) => said !== fingerprint);
  const what = `it says fingerprint ${other}, but the files give ${fingerprint}`;
  return {
    damage: [],
    disagreement: other === undefined ? [] : [damaged("disagrees", name, what)],
    said: saysWhatCameOut(name) ? [[name, Buffer.from(content).toString("utf8")]] : [],
  };
}

function onlyDamage(damage: Damage): Found {
  return { damage: [damage], disagreement: [], said: [] };
}

function readContent({ entries, read }: EvidenceSource, name: string): Uint8Array | Damage {
  if (entries.get(name)?.isFile !== true)
    return damaged("not_a_file", name, "it is a link, a directory or a device, not a file");
  try {
    return read(name);
  } catch (error) {
    return damaged("unreadable", name, printable(messageOf(error)));
  }
}

function findAdded(entries: EvidenceSource["entries"], checksums: readonly Checksum[]): Damage[] {
  const listed = new Set([CHECKSUMS_FILE, ...checksums.map(({ name }) => name)]);
  return [...entries.keys()]
    .filter((name) => !listed.has(name))
    .sort(compareText)
    .map((name) => damaged("added", name, `${CHECKSUMS_FILE} does not list it`));
}

function damaged(kind: Damage["kind"], name: string, what: string): Damage {
  return { kind, name: printable(name), what };
}
