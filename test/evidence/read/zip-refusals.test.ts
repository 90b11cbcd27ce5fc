import { describe, expect, it } from "vitest";
import { verifySource } from "../../../src/evidence/read/verify.js";
import { zipSource } from "../../../src/evidence/read/zip-source.js";
import { evidenceParts, withChanged } from "../../support/artifacts/evidence-parts.js";
import { descriptorOf, writeZip, type ZipPart } from "../../support/artifacts/zip-writer.js";
import { ALL_CHECKS } from "../../support/suite-counts.js";
import { thrownBy } from "../../support/thrown-by.js";

const LOG = "drill_a_log.txt";

describe("a zip that is not plain", () => {
  const names = [
    "../summary.txt",
    "a/../summary.txt",
    "..",
    "./summary.txt",
    "/summary.txt",
    "a//b",
    "C:summary.txt",
    "..\\summary.txt",
    "a\\b",
    "",
    "a\nb",
    "a\0b",
    "é.txt",
    "summary.txt.",
    "summary.txt ",
    "a./b",
    "aux",
    "a/COM1.txt",
    "what?",
    "a|b",
    "x".repeat(1001),
  ];

  it.each(names.map((name) => ({ name })))("is refused for the name $name", async ({ name }) => {
    const zip = writeZip([...(await evidenceParts()), { name, content: "" }]);
    expect(await refusalOf(zip)).toMatch(/^"\P{Cc}*" is not the name of an evidence file$/u);
  });

  type Make = (parts: readonly ZipPart[]) => Buffer;
  const local = (change: Partial<ZipPart>) => (parts: readonly ZipPart[]) =>
    writeZip(withChanged(parts, LOG, change));
  const disagree = `${LOG}: its two headers do not agree`;
  const behind = `${LOG}: what follows its data does not belong there`;
  const endRecord = "its end record does not fit its central directory";

  const cases: readonly { name: string; make: Make; what: string | RegExp }[] = [
    { name: "no bytes", make: () => Buffer.alloc(0), what: /End of central directory/ },
    {
      name: "a text",
      make: () => Buffer.from(`passed, ${ALL_CHECKS}\n`.repeat(9)),
      what: /End of central directory/,
    },
    {
      name: "a missing last byte",
      make: (parts) => writeZip(parts).subarray(0, -1),
      what: /End of central directory/,
    },
    { name: "a missing half", make: (parts) => writeZip(parts).subarray(0, 400), what: /End of central/ },
    {
      name: "bytes before it",
      make: (parts) => Buffer.concat([Buffer.from("#!/bin/sh\n"), writeZip(parts)]),
      what: /signature/,
    },
    {
      name: "bytes behind it",
      make: (parts) => Buffer.concat([writeZip(parts), Buffer.from("more")]),
      what: /Invalid comment length/,
    },
    {
      name: "a comment",
      make: (parts) => {
        const zip = Buffer.concat([writeZip(parts), Buffer.from("more")]);
        zip.writeUInt16LE(4, zip.length - 6);
        return zip;
      },
      what: endRecord,
    },
    {
      name: "another zip before it",
      make: (parts) => {
        const before = writeZip([{ name: "z", content: "z" }]);
        const zip = Buffer.concat([before, writeZip(parts.map((part) => part))]);
        return shifted(zip, before.length);
      },
      what: "bytes that belong to no file stand before the first",
    },
    {
      name: "the name of a file twice",
      make: (parts) => writeZip([...parts, { name: LOG, content: "other" }]),
      what: `${LOG}: it is there twice`,
    },
    {
      name: "a name that is another's but for capitals",
      make: (parts) => writeZip([...parts, { name: LOG.toUpperCase(), content: "other" }]),
      what: `${LOG.toUpperCase()}: it is there twice, but for capitals: ${LOG}`,
    },
    {
      name: "a directory that is another's but for capitals",
      make: () =>
        writeZip([
          { name: "run/a", content: "" },
          { name: "Run/b", content: "" },
        ]),
      what: "Run/b: it is there twice, but for capitals: run",
    },
    {
      name: "two names for one content",
      make: (parts) => writeZip([...parts, { name: "z", content: "z", central: { offset: 0 } }]),
      what: `${LOG}: its data reaches into what follows`,
    },
    {
      name: "a file that the central directory leaves out",
      make: (parts) => withHidden(parts),
      what: /what follows its data does not belong there$/,
    },
    {
      name: "another name before the data",
      make: local({ local: { name: "drill_b_log.txt" } }),
      what: disagree,
    },
    { name: "another method before the data", make: local({ local: { method: 0 } }), what: disagree },
    { name: "other flags before the data", make: local({ local: { flags: 0x800 } }), what: disagree },
    { name: "another CRC before the data", make: local({ local: { crc: 7 } }), what: disagree },
    { name: "another size before the data", make: local({ local: { size: 7 } }), what: disagree },
    {
      name: "another packed size before the data",
      make: local({ local: { packedSize: 7 } }),
      what: disagree,
    },
    {
      name: "no size before the data, nor behind it",
      make: local({ header: { flags: 0 }, local: { size: 0 } }),
      what: disagree,
    },
    {
      name: "another CRC behind the data",
      make: local({ behind: descriptorOf({ crc: 1, packedSize: 19, size: 17 }) }),
      what: behind,
    },
    { name: "nothing behind the data", make: local({ behind: Buffer.alloc(0) }), what: behind },
    {
      name: "bytes between two files",
      make: local({ header: { flags: 0 }, behind: Buffer.from("hidden") }),
      what: behind,
    },
    {
      name: "an unknown flag",
      make: local({ header: { flags: 0x2000 } }),
      what: `${LOG}: an unknown flag is set`,
    },
    { name: "strong encryption", make: local({ header: { flags: 0x41 } }), what: /strong encryption/ },
    {
      name: "zip64 fields",
      make: local({ header: { extra: Buffer.from("\u0001\0\0\0") } }),
      what: `${LOG}: zip64 is not supported`,
    },
    {
      name: "a second name",
      make: local({ header: { extra: Buffer.from("up\0\0") } }),
      what: `${LOG}: it has a second name`,
    },
    {
      name: "a broken extra field",
      make: local({ header: { extra: Buffer.from("UT\u0009\0") } }),
      what: /extra field/,
    },
    {
      name: "an extra field that nobody knows",
      make: local({ header: { extra: Buffer.from("lx\0\0") } }),
      what: `${LOG}: it has an extra field 0x786c`,
    },
    {
      name: "a second name before the data alone",
      make: local({ local: { extra: Buffer.from("up\0\0") } }),
      what: `${LOG}: it has a second name`,
    },
    {
      name: "other attributes before the data alone",
      make: local({ local: { extra: Buffer.from("UT\0\0\x78\x6c\0\0") } }),
      what: `${LOG}: it has an extra field 0x6c78`,
    },
    {
      name: "zip64 fields before the data alone",
      make: local({ local: { extra: Buffer.from("\u0001\0\0\0") } }),
      what: `${LOG}: zip64 is not supported`,
    },
    {
      name: "an extra field before the data that is cut short",
      make: local({ local: { extra: Buffer.from("UT\u0009\0") } }),
      what: `${LOG}: an extra field before its data is cut short`,
    },
    {
      name: "bytes before the data that are no extra field",
      make: local({ local: { extra: Buffer.from("UT") } }),
      what: `${LOG}: an extra field before its data is cut short`,
    },
    {
      name: "a directory with content",
      make: (parts) => writeZip([...parts, { name: "z/", content: "z" }]),
      what: "z/: a directory with content",
    },
    {
      name: "1,001 files",
      make: () => writeZip(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}`, content: "" }))),
      what: "it holds more than 1000 files",
    },
    {
      name: "more than 64 MiB to unpack",
      make: (parts) => writeZip(parts.map((part) => ({ ...part, header: { size: 20_000_000 } }))),
      what: "it unpacks to 100000000 bytes",
    },
    {
      name: "an end record with another size of the central directory",
      make: (parts) => patched(writeZip(parts), -10, 1),
      what: endRecord,
    },
    {
      name: "an end record of another disk",
      make: (parts) => patched(writeZip(parts), -16, 1),
      what: endRecord,
    },
    {
      name: "an end record with fewer files",
      make: (parts) => patched(writeZip(parts), -12, 4),
      what: endRecord,
    },
    {
      name: "an end record with more files",
      make: (parts) => patched(writeZip(parts), -12, 6),
      what: "unexpected EOF",
    },
    { name: "a zip in several parts", make: (parts) => patched(writeZip(parts), -18, 1), what: /multi-disk/ },
  ];

  it.each(cases)("is refused for $name", async ({ make, what }) => {
    const refusal = await refusalOf(make(await evidenceParts()));
    if (typeof what === "string") expect(refusal).toBe(what);
    else expect(refusal).toMatch(what);
  });

  it("is refused in a line that names the file and says what to do", async () => {
    const error = await thrownBy(() => zipSource("new\nline.zip", Buffer.from("text")));
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    expect(error).toMatchObject({
      message: expect.stringMatching(/^new\\u\{a\}line\.zip: not a zip to rely on: \P{Cc}+; give \P{Cc}+$/u),
    });
  });
});

/** Why a zip is refused, without the words around it. */
async function refusalOf(zip: Buffer): Promise<string> {
  const error = await thrownBy(async () => verifySource(await zipSource("a.zip", zip)));
  expect(error).toMatchObject({ code: "bad_input" });
  const [, what = ""] =
    /^a\.zip: not a zip to rely on: (.*); give the zip as it was/.exec(String(error).slice(12)) ?? [];
  return what;
}

function patched(zip: Buffer, at: number, value: number): Buffer {
  zip.writeUInt16LE(value, zip.length + at);
  return zip;
}

/** The second of two zips in one, its offsets made right. */
function shifted(zip: Buffer, by: number): Buffer {
  const end = zip.length - 22;
  const directory = zip.readUInt32LE(end + 16) + by;
  zip.writeUInt32LE(directory, end + 16);
  for (let at = directory; at < end; at += 46 + zip.readUInt16LE(at + 28)) {
    zip.writeUInt32LE(zip.readUInt32LE(at + 42) + by, at + 42);
  }
  return zip;
}

/** The first part, with a whole entry behind it that the central directory does not know. */
function withHidden(parts: readonly ZipPart[]): Buffer {
  const hidden = writeZip([{ name: "z", content: "z" }]);
  const entry = hidden.subarray(0, hidden.readUInt32LE(hidden.length - 6));
  const [first, ...others] = parts.map((part) => ({ ...part, header: { flags: 0 } }));
  return writeZip(first === undefined ? [] : [{ ...first, behind: entry }, ...others]);
}
