import { crc32, inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const DEFLATED = 8;

/**
 * Reads the files of a zip by its central directory, each held against its checksum.
 *
 * @throws Error on anything that is not a plain zip of stored or deflated files.
 */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  expectSignature(zip, end, END_OF_DIRECTORY);
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    expectSignature(zip, at, DIRECTORY_ENTRY);
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    if (files.has(name)) throw new Error(`${name} is there twice`);
    files.set(name, readEntry(zip, at, name));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function readEntry(zip: Buffer, at: number, name: string): Buffer {
  const local = zip.readUInt32LE(at + 42);
  expectSignature(zip, local, LOCAL_ENTRY);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  const content = zip.readUInt16LE(at + 10) === DEFLATED ? inflateRawSync(packed) : packed;
  if (crc32(content) !== zip.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
  return content;
}

function expectSignature(zip: Buffer, at: number, signature: number): void {
  if (at < 0 || zip.readUInt32LE(at) !== signature) throw new Error("this is not a zip");
}
