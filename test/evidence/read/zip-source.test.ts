import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { verifySource } from "../../../src/evidence/read/verify.js";
import { zipSource } from "../../../src/evidence/read/zip-source.js";
import { evidenceParts, withChanged } from "../../support/artifacts/evidence-parts.js";
import { DESCRIPTOR_FLAG, writeZip, type ZipPart } from "../../support/artifacts/zip-writer.js";

const LINK = 0o120777;
const DIRECTORY = 0o040755;
const LOG = "drill_a_log.txt";

function below(directory: string, parts: readonly ZipPart[]): ZipPart[] {
  return parts.map((part) => ({ ...part, name: `${directory}${String(part.name)}` }));
}

async function damagesOf(zip: Buffer): Promise<string[]> {
  const { damage } = verifySource(await zipSource("a.zip", zip));
  return damage.map(({ kind, name, what }) => `${kind} ${name}: ${what}`);
}

describe("the evidence in a zip", () => {
  type Make = (parts: readonly ZipPart[]) => readonly ZipPart[];
  const stored = { method: 0, flags: 0 };

  it.each<{ name: string; make: Make }>([
    { name: "as GitHub's client writes it", make: (parts) => parts },
    { name: "in another order", make: (parts) => [...parts].reverse() },
    {
      name: "not packed",
      make: (parts) => parts.map((part) => ({ ...part, packed: Buffer.from(part.content), header: stored })),
    },
    {
      name: "with sizes before the data",
      make: (parts) => parts.map((part) => ({ ...part, header: { flags: 0 } })),
    },
    { name: "with sizes behind the data and no signature before them", make: withoutSignatures },
    { name: "below one directory", make: (parts) => below("20260101T000000Z/", parts) },
    { name: "below two directories", make: (parts) => below("a/b/", parts) },
    {
      name: "below a directory with an entry of its own",
      make: (parts) => [{ name: "a/", content: "", mode: DIRECTORY }, ...below("a/", parts)],
    },
    {
      name: "below two directories with entries of their own",
      make: (parts) => [
        { name: "a/", content: "", mode: DIRECTORY },
        { name: "a/b/", content: "", mode: DIRECTORY },
        ...below("a/b/", parts),
      ],
    },
    {
      name: "with times in extra fields",
      make: (parts) =>
        parts.map((part) => ({ ...part, header: { extra: Buffer.from("UT\u0005\0\u0003\0\0\0\0") } })),
    },
    {
      name: "of a system that knows no modes",
      make: (parts) => parts.map((part) => ({ ...part, central: { attributes: 0 } })),
    },
  ])("is whole $name", async ({ make }) => {
    const parts = await evidenceParts();
    const verification = verifySource(await zipSource("a.zip", writeZip(make(parts))));
    expect(verification).toEqual({
      damage: [],
      intact: 4,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  function withoutSignatures(parts: readonly ZipPart[]): ZipPart[] {
    return parts.map((part) => {
      const zip = writeZip([part]);
      const directoryAt = zip.readUInt32LE(zip.length - 6);
      return { ...part, behind: zip.subarray(directoryAt - 12, directoryAt) };
    });
  }

  const damages: readonly { name: string; make: Make; found: string }[] = [
    {
      name: "a changed file",
      make: (parts) => withChanged(parts, LOG, { content: "x" }),
      found: `changed ${LOG}: its content is not what sha256sums.txt says`,
    },
    {
      name: "a missing file",
      make: (parts) => parts.filter(({ name }) => name !== LOG),
      found: `missing ${LOG}: sha256sums.txt lists it, but it is not there`,
    },
    {
      name: "an added file",
      make: (parts) => [...parts, { name: "z", content: "" }],
      found: "added z: sha256sums.txt does not list it",
    },
    {
      name: "an added directory",
      make: (parts) => [...parts, { name: "z/", content: "", mode: DIRECTORY }],
      found: "added z: sha256sums.txt does not list it",
    },
    {
      name: "a file in a directory of its own",
      make: (parts) => [...parts, { name: "z/drill_a_log.txt", content: "" }],
      found: "added z: sha256sums.txt does not list it",
    },
    {
      name: "a file beside the directory of the others",
      make: (parts) => [...below("a/", parts), { name: "a/b/z", content: "" }],
      found: "added b: sha256sums.txt does not list it",
    },
    ...[
      { name: "a link", change: { mode: LINK } },
      { name: "a device", change: { mode: 0o020644 } },
      { name: "a directory, by its mode", change: { mode: DIRECTORY } },
      { name: "a directory, by its attribute", change: { central: { attributes: 0x10 } } },
      { name: "a volume label", change: { central: { attributes: 0x8 } } },
      { name: "a directory, by its name", change: { name: `${LOG}/`, content: "" } },
    ].map(({ name, change }) => ({
      name: `${name} in a file's place`,
      make: (parts: readonly ZipPart[]) => withChanged(parts, LOG, change),
      found: `not_a_file ${LOG}: it is a link, a directory or a device, not a file`,
    })),
    {
      name: "a file that is a directory too",
      make: (parts) => [{ name: `${LOG}/x`, content: "" }, ...parts],
      found: `not_a_file ${LOG}: it is a link, a directory or a device, not a file`,
    },
    ...[
      {
        name: "an encrypted file",
        change: { header: { flags: DESCRIPTOR_FLAG | 1 } },
        what: "it is encrypted",
      },
      {
        name: "a file packed in another way",
        change: { header: { method: 12 } },
        what: "it is packed by method 12, not stored or deflated",
      },
      {
        name: "a wrong CRC",
        change: { header: { crc: 1 } },
        what: "it does not have the CRC that the zip says",
      },
      {
        name: "a size that is too small",
        change: { header: { size: 3 } },
        what: "it does not have the size that the zip says",
      },
      {
        name: "a size that is too great",
        change: { header: { size: 3000 } },
        what: "it does not have the size that the zip says",
      },
      {
        name: "a file that says to be empty and unpacks to 8 MiB",
        change: { packed: deflateRawSync(Buffer.alloc(8 * 1024 * 1024)), header: { size: 0 } },
        what: "it does not have the size that the zip says",
      },
      {
        name: "packed data that is none",
        change: { packed: Buffer.from([0xff, 0xff]) },
        what: "its packed data is damaged: invalid block type",
      },
      {
        name: "packed data that ends early",
        change: { packed: deflateRawSync("PASS: sync is ok\n").subarray(0, -2) },
        what: "its packed data is damaged: unexpected end of file",
      },
      {
        name: "bytes behind the packed data",
        change: { packed: Buffer.concat([deflateRawSync("PASS: sync is ok\n"), Buffer.from("hidden")]) },
        what: "bytes follow its packed data",
      },
    ].map(({ name, change, what }) => ({
      name,
      make: (parts: readonly ZipPart[]) => withChanged(parts, LOG, change),
      found: `unreadable ${LOG}: ${what}`,
    })),
  ];

  it.each(damages)("is damaged by $name", async ({ make, found }) => {
    expect(await damagesOf(writeZip(make(await evidenceParts())))).toEqual([found]);
  });
});
