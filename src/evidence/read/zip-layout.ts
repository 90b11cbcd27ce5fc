import type { LocalFileHeader } from "yauzl";
import { checkLocalExtra, hasDescriptor, type ZipEntry } from "./zip-entry.js";

/** An entry, the header in front of its data, and the data's place. */
export interface PlacedEntry extends ZipEntry {
  readonly local: LocalFileHeader;
}

const DIRECTORY_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;

/**
 * Holds a zip against the one layout in which every reader sees the same files: one entry behind the other from the
 * first byte on, what stands before an entry's data equal to what the central directory says, then the central
 * directory, then the end record; nothing before, between or behind.
 *
 * @throws Error that says where it is another.
 */
export function checkLayout(zip: Buffer, entries: readonly PlacedEntry[]): void {
  const directorySize = entries.reduce((sum, { header }) => sum + directoryHeaderBytes(header), 0);
  const directoryAt = zip.length - END_RECORD_BYTES - directorySize;
  const end = zip.subarray(zip.length - END_RECORD_BYTES);
  if (!end.equals(endRecord(entries.length, directorySize, directoryAt)))
    throw new Error("its end record does not fit its central directory");
  const sorted = [...entries].sort((a, b) => offsetOf(a) - offsetOf(b));
  const starts = [...sorted.map(offsetOf), directoryAt];
  if (starts[0] !== 0) throw new Error("bytes that belong to no file stand before the first");
  for (const [index, entry] of sorted.entries()) {
    checkLocalHeader(entry);
    checkBehind(zip, entry, starts[index + 1] ?? 0);
  }
}

function directoryHeaderBytes(header: ZipEntry["header"]): number {
  const { fileNameLength, extraFieldLength, fileCommentLength } = header;
  return DIRECTORY_HEADER_BYTES + fileNameLength + extraFieldLength + fileCommentLength;
}

function offsetOf({ header }: ZipEntry): number {
  return header.relativeOffsetOfLocalHeader;
}

function checkLocalHeader(entry: PlacedEntry): void {
  const { header, local, path } = entry;
  const later = hasDescriptor(entry);
  const fits = (before: number, listed: number) => before === listed || (later && before === 0);
  const agrees =
    local.fileName.equals(header.fileNameRaw) &&
    local.generalPurposeBitFlag === header.generalPurposeBitFlag &&
    local.compressionMethod === header.compressionMethod &&
    fits(local.crc32, header.crc32) &&
    fits(local.compressedSize, header.compressedSize) &&
    fits(local.uncompressedSize, header.uncompressedSize);
  if (!agrees) throw new Error(`${path}: its two headers do not agree`);
  checkLocalExtra(path, local.extraField);
}

function checkBehind(zip: Buffer, entry: PlacedEntry, next: number): void {
  const { header, local, path } = entry;
  const endOfData = local.fileDataStart + header.compressedSize;
  if (next < endOfData) throw new Error(`${path}: its data reaches into what follows`);
  const behind = zip.subarray(endOfData, next);
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(header.crc32, 4);
  descriptor.writeUInt32LE(header.compressedSize, 8);
  descriptor.writeUInt32LE(header.uncompressedSize, 12);
  const fits = hasDescriptor(entry)
    ? behind.equals(descriptor) || behind.equals(descriptor.subarray(4))
    : behind.length === 0;
  if (!fits) throw new Error(`${path}: what follows its data does not belong there`);
}

function endRecord(count: number, directorySize: number, directoryAt: number): Buffer {
  const record = Buffer.alloc(END_RECORD_BYTES);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(directoryAt, 16);
  return record;
}
