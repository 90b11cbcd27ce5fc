import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, validateFileName } from "yauzl";
import { messageOf, systemCodeOf } from "../../errors.js";
import { isRecord } from "../../syncer/field-reader.js";
import { quoted } from "../../syncer/printable.js";

/** One entry of a zip, as its central directory describes it. */
export interface ZipEntry {
  /** Path in the zip, `/` between its parts; a directory's ends with `/`. */
  readonly path: string;
  readonly header: Entry;
}

const METHODS = { stored: 0, deflated: 8 } as const;
const FLAGS = { encrypted: 0x1, deflateLevel: 0x6, descriptor: 0x8, utf8: 0x800 } as const;
const KNOWN_FLAGS = FLAGS.encrypted | FLAGS.deflateLevel | FLAGS.descriptor | FLAGS.utf8;
const REFUSED_EXTRAS: Readonly<Record<number, string>> = {
  1: "zip64 is not supported",
  28789: "it has a second name",
};
// Times and owners: Info-ZIP's, old and new, and those of NTFS. None changes what a file is, holds or is called.
const HARMLESS_EXTRAS: ReadonlySet<number> = new Set([0x000a, 0x5455, 0x5855, 0x7855, 0x7875]);
const MOST_PATH_CHARACTERS = 1000;
// What some system takes for something else than a part of a name, or leaves out.
const OTHER_ON_WINDOWS =
  /["*:<>?\\|]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:[. ][^/]*)?(?:\/|$)/i;
const MS_DOS_NO_FILE = 0x18;
const UNIX_KIND = 0o170000;
const UNIX_FILE = 0o100000;
const WRONG_SIZE = "it does not have the size that the zip says";

/**
 * Takes an entry whose name means the same to everybody who unpacks it.
 *
 * @throws Error on any other: a path that leads out, two names, zip64, a flag that changes what the rest means.
 */
export function plainEntry(header: Entry): ZipEntry {
  const path = header.fileNameRaw.toString("latin1");
  const parts = path.split("/");
  if (parts.at(-1) === "" && parts.length > 1) parts.pop();
  const isPlain =
    path.length <= MOST_PATH_CHARACTERS &&
    /^[ -~]+$/.test(path) &&
    !OTHER_ON_WINDOWS.test(path) &&
    validateFileName(path) === null;
  if (!isPlain || parts.some((part) => part === "" || part === "." || part === ".."))
    throw new Error(`${quoted(path)} is not the name of an evidence file`);
  for (const { id } of header.extraFields) refuseExtra(path, id);
  if ((header.generalPurposeBitFlag & ~KNOWN_FLAGS) !== 0) throw new Error(`${path}: an unknown flag is set`);
  if (path.endsWith("/") && header.uncompressedSize > 0) throw new Error(`${path}: a directory with content`);
  return { path, header };
}

/**
 * Refuses what stands in the extra fields before an entry's data, as {@link plainEntry} does in the central directory:
 * some tools believe the one, some the other.
 *
 * @throws Error on a field that may change what the entry is, or one that is cut short.
 */
export function checkLocalExtra(path: string, extra: Buffer): void {
  let at = 0;
  while (at + 4 <= extra.length) {
    refuseExtra(path, extra.readUInt16LE(at));
    at += 4 + extra.readUInt16LE(at + 2);
  }
  if (at !== extra.length) throw new Error(`${path}: an extra field before its data is cut short`);
}

function refuseExtra(path: string, id: number): void {
  if (HARMLESS_EXTRAS.has(id)) return;
  const what = REFUSED_EXTRAS[id] ?? `it has an extra field 0x${id.toString(16).padStart(4, "0")}`;
  throw new Error(`${path}: ${what}`);
}

/** Whether it unpacks to a file: not to a directory, a link or a device. */
export function isFileEntry({ path, header }: ZipEntry): boolean {
  const attributes = header.externalFileAttributes;
  const kind = (attributes >>> 16) & UNIX_KIND;
  return !path.endsWith("/") && (kind === 0 || kind === UNIX_FILE) && (attributes & MS_DOS_NO_FILE) === 0;
}

/** Whether sizes and CRC follow the data, instead of standing before it. */
export function hasDescriptor({ header }: ZipEntry): boolean {
  return (header.generalPurposeBitFlag & FLAGS.descriptor) !== 0;
}

/**
 * Unpacks an entry's data.
 *
 * @throws Error where it is encrypted, packed in another way, or not what its sizes and its CRC say.
 */
export function unpack({ header }: ZipEntry, data: Uint8Array): Uint8Array {
  if (header.isEncrypted()) throw new Error("it is encrypted");
  const content = decompress(header.compressionMethod, data, header.uncompressedSize);
  if (content.length !== header.uncompressedSize) throw new Error(WRONG_SIZE);
  if (crc32(content) !== header.crc32) throw new Error("it does not have the CRC that the zip says");
  return content;
}

function decompress(method: number, data: Uint8Array, size: number): Uint8Array {
  if (method === METHODS.stored) return data;
  if (method !== METHODS.deflated)
    throw new Error(`it is packed by method ${method}, not stored or deflated`);
  const { buffer, taken } = inflate(data, size);
  if (taken !== data.length) throw new Error("bytes follow its packed data");
  return buffer;
}

function inflate(data: Uint8Array, most: number): { buffer: Uint8Array; taken: unknown } {
  try {
    const inflated: unknown = inflateRawSync(data, { info: true, maxOutputLength: Math.max(most, 1) });
    if (isRecord(inflated) && isRecord(inflated.engine) && inflated.buffer instanceof Uint8Array)
      return { buffer: inflated.buffer, taken: inflated.engine.bytesWritten };
  } catch (cause) {
    const isTooMuch = systemCodeOf(cause) === "ERR_BUFFER_TOO_LARGE";
    throw new Error(isTooMuch ? WRONG_SIZE : `its packed data is damaged: ${messageOf(cause)}`, { cause });
  }
  throw new Error("its packed data cannot be read");
}
