import { fromBufferPromise } from "yauzl";
import { DrillError, messageOf } from "../../errors.js";
import { printable } from "../../syncer/printable.js";
import { sameNameAs } from "../same-name.js";
import { type EvidenceSource, MOST_EVIDENCE_BYTES } from "./evidence-source.js";
import { isFileEntry, plainEntry, unpack, type ZipEntry } from "./zip-entry.js";
import { checkLayout, type PlacedEntry } from "./zip-layout.js";

const MOST_ENTRIES = 1000;

/**
 * The evidence in a zip, such as GitHub serves for an artifact. Where all of it lies below one directory, the evidence
 * is what that directory holds.
 *
 * @throws DrillError `bad_input` where it is no zip, a damaged one, or one that tools could read in different ways.
 */
export async function zipSource(path: string, zip: Buffer): Promise<EvidenceSource> {
  try {
    const entries = withoutImplied(await readEntries(zip));
    const above = commonDirectory(entries);
    const files = new Map(entries.map((entry) => [entry.path.slice(above.length), entry]));
    return {
      path,
      entries: topOf(files),
      read: (name) => {
        const entry = files.get(name);
        if (entry === undefined) throw new Error("it is not in the zip");
        const { fileDataStart } = entry.local;
        return unpack(entry, zip.subarray(fileDataStart, fileDataStart + entry.header.compressedSize));
      },
    };
  } catch (cause) {
    const what = `${printable(path)}: not a zip to rely on: ${printable(messageOf(cause)).replace(/\.$/, "")}`;
    throw new DrillError("bad_input", `${what}; give the zip as it was downloaded, or a directory`, {
      cause,
    });
  }
}

async function readEntries(zip: Buffer): Promise<PlacedEntry[]> {
  const opened = await fromBufferPromise(zip, { decodeStrings: false });
  if (opened.entryCount > MOST_ENTRIES) throw new Error(`it holds more than ${MOST_ENTRIES} files`);
  const entries: PlacedEntry[] = [];
  for await (const header of opened.eachEntry()) {
    entries.push({ ...plainEntry(header), local: await opened.readLocalFileHeaderPromise(header) });
  }
  refuseRepeated(entries.map(({ path }) => path));
  const unpacked = entries.reduce((sum, { header }) => sum + header.uncompressedSize, 0);
  if (unpacked > MOST_EVIDENCE_BYTES) throw new Error(`it unpacks to ${unpacked} bytes`);
  checkLayout(zip, entries);
  return entries;
}

// A directory counts by its name too: on some disks `A/x` and `a/y` lie in one.
function refuseRepeated(paths: readonly string[]): void {
  const spelled = new Map<string, string>();
  const whole = new Set<string>();
  for (const path of paths) {
    if (whole.has(path)) throw new Error(`${path}: it is there twice`);
    whole.add(path);
    const parts = path.replace(/\/$/, "").split("/");
    for (const [index] of parts.entries()) {
      const name = parts.slice(0, index + 1).join("/");
      const other = spelled.get(sameNameAs(name)) ?? name;
      if (other !== name) throw new Error(`${path}: it is there twice, but for capitals: ${other}`);
      spelled.set(sameNameAs(name), name);
    }
  }
}

/** Without the directories that other entries lie in: these say as much. */
function withoutImplied(entries: readonly PlacedEntry[]): PlacedEntry[] {
  const isImplied = ({ path }: ZipEntry) =>
    path.endsWith("/") && entries.some((other) => other.path !== path && other.path.startsWith(path));
  return entries.filter((entry) => !isImplied(entry));
}

/** The path, up to and with its last `/`, that the paths of all entries begin with; empty where there is none. */
function commonDirectory(entries: readonly ZipEntry[]): string {
  const [first = "", ...others] = entries.map(({ path }) => path.slice(0, path.lastIndexOf("/") + 1));
  return others.reduce((common, directory) => {
    let shorter = common;
    while (!directory.startsWith(shorter))
      shorter = shorter.slice(0, shorter.lastIndexOf("/", shorter.length - 2) + 1);
    return shorter;
  }, first);
}

/** What stands at the top: a path with more than one part shows as its directory. */
function topOf(files: ReadonlyMap<string, ZipEntry>): EvidenceSource["entries"] {
  const top = new Map<string, { readonly isFile: boolean }>();
  for (const [path, entry] of files) {
    const [name = path, ...below] = path.split("/");
    const isFile = below.length === 0 && isFileEntry(entry) && !top.has(name);
    top.set(name, { isFile });
  }
  return top;
}
