import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseKnownOrders, readJsonInput } from "../../src/cli/read-input.js";
import { DrillError } from "../../src/errors.js";
import { madeOutside } from "../support/run-cli.js";
import { temporaryDirectory } from "../support/temp-directory.js";
import { thrownBy } from "../support/thrown-by.js";
import { failingFileSystem } from "../support/watched-file-system.js";

const BOM = "\ufeff";
const same = (value: unknown) => value;

function read(file: string, stdin: string | Uint8Array = "", parse = same) {
  return readJsonInput(madeOutside({ stdin }), "--snapshot", file, parse);
}

describe("readJsonInput", () => {
  it.each([
    { name: "JSON", text: '{"ts":5}' },
    { name: "JSON after a byte order mark", text: `${BOM}{"ts":5}` },
    { name: "JSON between blanks and Windows line ends", text: ' \r\n{"ts":5}\r\n' },
  ])("takes $name, from a file and from standard input", async ({ text }) => {
    const file = join(temporaryDirectory(), "snapshot.json");
    writeFileSync(file, text);
    expect(await read(file)).toEqual({ ts: 5 });
    expect(await read("-", text)).toEqual({ ts: 5 });
  });

  it("hands what it read to the parser, and gives what that gives", async () => {
    expect(await read("-", "[1]", (value) => ({ value }))).toEqual({ value: [1] });
  });

  it("does not take a text of two documents", async () => {
    expect(await thrownBy(() => read("-", "{}\n{}"))).toMatchObject({ code: "bad_input" });
  });

  it.each([
    { name: "a missing file", make: () => {}, says: "no such file" },
    { name: "a directory", make: (path: string) => mkdirSync(path), says: "directory" },
    { name: "an empty file", make: (path: string) => writeFileSync(path, ""), says: "not JSON" },
    { name: "a truncated file", make: (path: string) => writeFileSync(path, '{"ts":'), says: "not JSON" },
    {
      name: "Latin-1",
      make: (path: string) => writeFileSync(path, Buffer.from([0x22, 0xe9, 0x22])),
      says: "not UTF-8",
    },
    { name: "UTF-16", make: (path: string) => writeFileSync(path, "\ufeff{}", "utf16le"), says: "not UTF-8" },
  ])("refuses $name, and says which option and file", async ({ make, says }) => {
    const file = join(temporaryDirectory(), "snapshot.json");
    make(file);
    const error = await thrownBy(() => read(file));
    expect(error).toMatchObject({ name: "DrillError", code: "bad_input" });
    expect(error).toMatchObject({ message: expect.stringContaining(`--snapshot ${file}: `) });
    expect(error).toMatchObject({ message: expect.stringContaining(says) });
  });

  it("says so where a file may not be read", async () => {
    const fs = failingFileSystem({ operation: "readFileSync", nth: 1, code: "EACCES" });
    const file = join(temporaryDirectory(), "x.json");
    writeFileSync(file, "{}");
    const error = await thrownBy(() => readJsonInput(madeOutside({ fs }), "--snapshot", file, same));
    expect(error).toMatchObject({
      code: "bad_input",
      message: expect.stringMatching(/x\.json: .*may not be read/),
    });
  });

  it("calls standard input by its name", async () => {
    const error = await thrownBy(() => read("-", ""));
    expect(error).toMatchObject({ message: expect.stringContaining("--snapshot - (standard input): ") });
  });

  it("stays one line where the file's name does not", async () => {
    const error = await thrownBy(() => read("a\n::error::\x1b[2J"));
    expect(error).toMatchObject({ message: expect.stringContaining("a\\u{a}::error::\\u{1b}[2J") });
    expect(error).toMatchObject({ message: expect.stringMatching(/^\P{Cc}+$/u) });
  });

  it("stays one line where the system's own words do not", async () => {
    const fs = failingFileSystem({ operation: "readFileSync", nth: 1, code: "EIO" });
    const file = join(temporaryDirectory(), "a\nb");
    writeFileSync(file, "{}");
    const error = await thrownBy(() => readJsonInput(madeOutside({ fs }), "--snapshot", file, same));
    expect(error).toMatchObject({ message: expect.stringMatching(/^--snapshot \P{Cc}*EIO\P{Cc}*$/u) });
  });

  it("keeps every single finding of the parser", async () => {
    const refuse = () => {
      throw new DrillError("bad_input", "two are bad", { details: ["one", "two"] });
    };
    const error = await thrownBy(() => read("-", "{}", refuse));
    expect(error).toMatchObject({ message: expect.stringContaining("two are bad"), details: ["one", "two"] });
  });
});

describe("parseKnownOrders", () => {
  it.each([
    { name: "no id", ids: [] },
    { name: "ids as text", ids: ["9007199254740993", "a b", "__proto__"] },
    { name: "an id twice", ids: ["a", "a"] },
  ])("takes $name", ({ ids }) => {
    expect(parseKnownOrders(ids)).toEqual(ids);
  });

  it.each([
    { name: "an object", value: { ids: ["a"] }, says: "array" },
    { name: "null", value: null, says: "array" },
    { name: "text", value: "a", says: "array" },
    { name: "a number among the ids", value: ["a", 5], says: "[1]" },
    { name: "an empty id", value: [""], says: "[0]" },
    { name: "null among the ids", value: ["a", "b", null], says: "[2]" },
    { name: "a list in the list", value: [["a"]], says: "[0]" },
  ])("refuses $name, and says where", async ({ value, says }) => {
    const error = await thrownBy(() => parseKnownOrders(value));
    expect(error).toMatchObject({ code: "bad_input", message: expect.stringContaining(says) });
  });
});
