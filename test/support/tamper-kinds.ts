import * as fs from "node:fs";
import { join } from "node:path";
import { CHECKSUMS_FILE } from "../../src/evidence/checksums.js";

/** Where one change is made. */
export interface TamperPlace {
  readonly directory: string;
  /** The file that is changed, and another one. */
  readonly file: string;
  readonly other: string;
  /** How far into the file, from 0 to 1. */
  readonly share: number;
  /** From 1 to 255. */
  readonly byte: number;
}

/** Makes one change; gives the names that it touched, none where there was nothing to change. */
export type Tamper = (place: TamperPlace) => readonly string[];

type LinesEdit = (lines: string[], at: number) => string[];
type Edit = (bytes: Buffer, at: number, byte: number) => Buffer;

const BYTE_EDITS: Readonly<Record<string, Edit>> = {
  "a bit flipped": (bytes, at, byte) => withByte(bytes, at, (was) => was ^ (1 << (byte % 8))),
  "a byte changed": (bytes, at, byte) => withByte(bytes, at, (was) => was ^ byte),
  "a byte less": (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
  "a byte more": (bytes, at, byte) => withInserted(bytes, at, Buffer.from([byte])),
  "a NUL more": (bytes, at) => withInserted(bytes, at, Buffer.alloc(1)),
  truncated: (bytes, at) => bytes.subarray(0, at),
  emptied: () => Buffer.alloc(0),
  "a newline at the end": (bytes) => Buffer.concat([bytes, Buffer.from("\n")]),
  "a byte order mark": (bytes) => Buffer.concat([Buffer.from("\ufeff"), bytes]),
};

const LINE_EDITS: Readonly<Record<string, LinesEdit>> = {
  "CRLF line ends": (lines) => lines.map((line) => line.replace(/\n$/, "\r\n")),
  "a line less": (lines, at) => lines.toSpliced(at, 1),
  "a line twice": (lines, at) => lines.toSpliced(at, 0, lines[at] ?? ""),
  "two lines swapped": (lines, at) => lines.toSpliced(at, 2, lines[at + 1] ?? "", lines[at] ?? ""),
  "lines reversed": (lines) => lines.toReversed(),
  "a blank at a line's end": (lines, at) => onLine(lines, at, (line) => line.replace(/\n?$/, " $&")),
  "a line in uppercase": (lines, at) => onLine(lines, at, (line) => line.toUpperCase()),
};

const CHECKSUM_EDITS: Readonly<Record<string, (line: string) => string>> = {
  "uppercase digits": (line) => line.replace(/^[0-9a-f]+/, (digits) => digits.toUpperCase()),
  "a path above": (line) => line.replace("  ", "  ../"),
  "a path from here": (line) => line.replace("  ", "  ./"),
  "an absolute path": (line) => line.replace("  ", "  /"),
  "the binary mark": (line) => line.replace("  ", " *"),
  "an escaped name": (line) => `\\${line}`,
  "a NUL in a name": (line) => line.replace("\n", "\0\n"),
  "a digit more": (line) => `0${line}`,
  "the digest of nothing": (line) =>
    line.replace(/^[0-9a-f]+/, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
};

const MOVES: Readonly<Record<string, Tamper>> = {
  deleted: ({ directory, file }) => {
    fs.rmSync(join(directory, file));
    return [file];
  },
  renamed: (place) => renamed(place, `${place.file}.bak`),
  "renamed by case": (place) => renamed(place, place.file.toUpperCase()),
  "moved over another": ({ directory, file, other }) => {
    const [one, two] = contentsOf(directory, file, other);
    fs.renameSync(join(directory, file), join(directory, other));
    // Without its list nobody knows what was there.
    if (other === CHECKSUMS_FILE) return [other];
    return one.equals(two) ? [file] : [file, other];
  },
  "swapped with another": ({ directory, file, other }) => {
    const [one, two] = contentsOf(directory, file, other);
    if (one.equals(two)) return [];
    fs.writeFileSync(join(directory, file), two);
    fs.writeFileSync(join(directory, other), one);
    return [file, other];
  },
  "a copy more": ({ directory, file }) =>
    added(directory, `copy of ${file}`, (path) => fs.copyFileSync(join(directory, file), path)),
  "an empty file more": ({ directory }) => added(directory, "~", (path) => fs.writeFileSync(path, "")),
  "a hidden file more": ({ directory, byte }) =>
    added(directory, `.${byte}`, (path) => fs.writeFileSync(path, "x")),
  "a .gitignore more": ({ directory }) =>
    added(directory, ".gitignore", (path) => fs.writeFileSync(path, "*\n")),
  "a name more that would break a line": ({ directory }) =>
    added(directory, "z\n::error::\u001b[2J", (path) => fs.writeFileSync(path, "")),
  "an empty directory more": ({ directory }) => added(directory, "more", (path) => fs.mkdirSync(path)),
  "a directory more with a file": ({ directory, file }) =>
    added(directory, "more", (path) => {
      fs.mkdirSync(path);
      fs.copyFileSync(join(directory, file), join(path, file));
    }),
  "a link more": ({ directory, file }) => added(directory, "link", (path) => fs.symlinkSync(file, path)),
  "a dangling link more": ({ directory }) =>
    added(directory, "link", (path) => fs.symlinkSync("nowhere", path)),
  "a link to the same content outside": (place) =>
    replaced(place, (path, outside) => fs.symlinkSync(outside, path)),
  "a directory in its place": (place) => replaced(place, (path) => fs.mkdirSync(path)),
};

/** The changes of one byte, which are made more often than the others: they are the many. */
export const FLIPS: readonly string[] = ["a bit flipped", "a byte changed"];

/** Every way to change evidence once, by name. */
export const TAMPERS: ReadonlyMap<string, Tamper> = new Map([
  ...Object.entries(BYTE_EDITS).map(([name, edit]) => [name, bytesEdited(edit)] as const),
  ...Object.entries(LINE_EDITS).map(([name, edit]) => [name, bytesEdited(onLines(edit))] as const),
  ...Object.entries(LINE_EDITS).map(([name, edit]) => inChecksums(name, edit)),
  ...Object.entries(CHECKSUM_EDITS).map(([name, edit]) =>
    inChecksums(name, (lines, at) => onLine(lines, at, edit)),
  ),
  ...Object.entries(MOVES),
]);

function inChecksums(name: string, edit: LinesEdit): readonly [string, Tamper] {
  const edited = bytesEdited(onLines(edit));
  return [`checksums: ${name}`, (place) => edited({ ...place, file: CHECKSUMS_FILE })];
}

function bytesEdited(edit: Edit): Tamper {
  return ({ directory, file, share, byte }) => {
    const path = join(directory, file);
    const before = fs.readFileSync(path);
    const after = edit(before, Math.floor(share * before.length), byte);
    fs.writeFileSync(path, after);
    return after.equals(before) ? [] : [file];
  };
}

function onLines(edit: LinesEdit): Edit {
  return (bytes, at) => {
    const lines = bytes.toString("latin1").match(/[^\n]*\n|[^\n]+$/g) ?? [];
    const line = Math.floor((at / bytes.length) * lines.length);
    return Buffer.from(edit(lines, line).join(""), "latin1");
  };
}

function onLine(lines: string[], at: number, edit: (line: string) => string): string[] {
  return lines.map((line, index) => (index === at ? edit(line) : line));
}

function withByte(bytes: Buffer, at: number, change: (was: number) => number): Buffer {
  return Buffer.from(bytes.map((was, index) => (index === at ? change(was) : was)));
}

function withInserted(bytes: Buffer, at: number, inserted: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at)]);
}

function contentsOf(directory: string, file: string, other: string): [Buffer, Buffer] {
  return [fs.readFileSync(join(directory, file)), fs.readFileSync(join(directory, other))];
}

function renamed({ directory, file }: TamperPlace, name: string): readonly string[] {
  fs.renameSync(join(directory, file), join(directory, name));
  return [file, name];
}

function added(directory: string, name: string, make: (path: string) => void): readonly string[] {
  make(join(directory, name));
  return [name];
}

function replaced(
  { directory, file }: TamperPlace,
  make: (path: string, outside: string) => void,
): readonly string[] {
  const path = join(directory, file);
  const outside = join(directory, "..", `outside ${file}`);
  fs.renameSync(path, outside);
  make(path, outside);
  return [file];
}
