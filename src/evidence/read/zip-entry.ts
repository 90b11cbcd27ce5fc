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
const EXTRA_FIELDS = { zip64: 0x0001, unicodePath: 0x7075 } as const;
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
  const isPlain = /^[ -~]+$/.test(path) && validateFileName(path) === null;
  if (!isPlain || parts.some((part) => part === "" || part === "." || part === ".."))
    throw new Error(`${quoted(path)} is not the name of an evidence file`);
  const extra = new Set(header.extraFields.map(({ id }) => id));
  if (extra.has(EXTRA_FIELDS.zip64)) throw new Error(`${path}: zip64 is not supported`);
  if (extra.has(EXTRA_FIELDS.unicodePath)) throw new Error(`${path}: it has a second name`);
  if ((header.generalPurposeBitFlag & ~KNOWN_FLAGS) !== 0) throw new Error(`${path}: an unknown flag is set`);
  if (path.endsWith("/") && header.uncompressedSize > 0) throw new Error(`${path}: a directory with content`);
  return { path, header };
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
