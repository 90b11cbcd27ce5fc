import { crc32, deflateRawSync } from "node:zlib";

/** The fields of an entry that stand in the header before its data and in the central directory, as in the format. */
export interface ZipHeader {
  readonly name: string | Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Buffer;
}

/** What to put into a zip. What is not said is as GitHub's client writes it. */
export interface ZipPart {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** As in `stat`: permissions and the kind, a file unless told otherwise. */
  readonly mode?: number;
  /** What stands in the place of the packed content. */
  readonly packed?: Buffer;
  /** In both headers. */
  readonly header?: Partial<ZipHeader>;
  /** Only in the one before the data. */
  readonly local?: Partial<ZipHeader>;
  /** Only in the central directory; `offset` is where the local header is said to be, `attributes` the external ones. */
  readonly central?: Partial<ZipHeader> & { readonly offset?: number; readonly attributes?: number };
  /** What stands between the data and the next entry, in the place of sizes and CRC. */
  readonly behind?: Buffer;
}

export const DESCRIPTOR_FLAG = 0x8;
const PLAIN_FILE = 0o100644;
const ARCHIVE_BIT = 0x20;

/** A zip as `@actions/artifact` writes it: each file deflated, its sizes and its CRC behind the data. */
export function writeZip(parts: readonly ZipPart[]): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = part.packed ?? deflateRawSync(part.content);
    const header = headerOf(part, packed);
    const isLater = (header.flags & DESCRIPTOR_FLAG) !== 0;
    const before = { ...header, ...(isLater ? { crc: 0, packedSize: 0, size: 0 } : {}), ...part.local };
    const behind = part.behind ?? (isLater ? descriptorOf(header) : Buffer.alloc(0));
    const entry = Buffer.concat([localHeader(before), packed, behind]);
    directory.push(
      directoryHeader({ ...header, ...part.central }, attributesOf(part), part.central?.offset ?? offset),
    );
    entries.push(entry);
    offset += entry.length;
  }
  return Buffer.concat([
    ...entries,
    ...directory,
    endRecord(parts.length, Buffer.concat(directory).length, offset),
  ]);
}

/** Sizes and CRC, as they stand behind the data. */
export function descriptorOf({
  crc,
  packedSize,
  size,
}: Pick<ZipHeader, "crc" | "packedSize" | "size">): Buffer {
  return Buffer.concat([Buffer.from("PK\u0007\b", "latin1"), u32(crc), u32(packedSize), u32(size)]);
}

function headerOf({ name, content, header }: ZipPart, packed: Buffer): ZipHeader {
  const fields = { crc: crc32(content), packedSize: packed.length, size: Buffer.from(content).length };
  return { name, flags: DESCRIPTOR_FLAG, method: 8, extra: Buffer.alloc(0), ...fields, ...header };
}

function attributesOf({ mode = PLAIN_FILE, central }: ZipPart): number {
  return central?.attributes ?? mode * 0x1_0000 + ARCHIVE_BIT;
}

function localHeader(header: ZipHeader): Buffer {
  const name = Buffer.from(header.name);
  return Buffer.concat([
    Buffer.from("PK\u0003\u0004", "latin1"),
    fixedFields(header, name),
    name,
    header.extra,
  ]);
}

function directoryHeader(header: ZipHeader, attributes: number, offset: number): Buffer {
  const name = Buffer.from(header.name);
  return Buffer.concat([
    Buffer.from("PK\u0001\u0002", "latin1"),
    u16(0x032d),
    fixedFields(header, name),
    // Comment length, disk, internal attributes.
    Buffer.alloc(6),
    u32(attributes),
    u32(offset),
    name,
    header.extra,
  ]);
}

/** Version, flags, method, time, date, CRC, sizes, lengths of name and extra field. */
function fixedFields({ flags, method, crc, packedSize, size, extra }: ZipHeader, name: Buffer): Buffer {
  const numbers = [
    u16(20),
    u16(flags),
    u16(method),
    u16(0),
    u16(0x5c21),
    u32(crc),
    u32(packedSize),
    u32(size),
  ];
  return Buffer.concat([...numbers, u16(name.length), u16(extra.length)]);
}

function endRecord(count: number, directorySize: number, directoryAt: number): Buffer {
  const numbers = [u16(0), u16(0), u16(count), u16(count), u32(directorySize), u32(directoryAt), u16(0)];
  return Buffer.concat([Buffer.from("PK\u0005\u0006", "latin1"), ...numbers]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
