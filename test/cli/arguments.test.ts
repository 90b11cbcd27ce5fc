import { describe, expect, it } from "vitest";
import { parseArguments, wholeNumber } from "../../src/cli/arguments.js";
import { thrownBy } from "../support/thrown-by.js";

const OPTIONS = { place: { type: "string" }, json: { type: "boolean" } } as const;

const MISSING = "--place: a value is missing (one that begins with - is given as --place=VALUE); try --help";

describe("parseArguments", () => {
  it("gives text, switches and words, in any order", () => {
    const args = parseArguments(["first", "--place", "here", "--json", "second"], OPTIONS, 2);
    expect(args.positionals).toEqual(["first", "second"]);
    expect(args.text("place")).toBe("here");
    expect(args.has("json")).toBe(true);
  });

  it("says nothing of what was not given", () => {
    const args = parseArguments([], OPTIONS, 0);
    expect(args.positionals).toEqual([]);
    expect(args.text("place")).toBeUndefined();
    expect(args.has("json")).toBe(false);
  });

  it.each([
    { name: "--option=text", args: ["--place=a=b"], place: "a=b" },
    { name: "empty text", args: ["--place="], place: "" },
    { name: "text of a lone dash", args: ["--place", "-"], place: "-" },
    { name: "text that begins with a dash, after =", args: ["--place=-5"], place: "-5" },
    {
      name: "text that looks like an object's own property",
      args: ["--place", "__proto__"],
      place: "__proto__",
    },
  ])("takes $name", ({ args, place }) => {
    expect(parseArguments(args, OPTIONS, 0).text("place")).toBe(place);
  });

  it.each(["--help", "-h"])("knows %s for every command", (option) => {
    expect(parseArguments([option], {}, 0).has("help")).toBe(true);
  });

  it("takes everything after -- for words", () => {
    expect(parseArguments(["--", "--json"], OPTIONS, 1).positionals).toEqual(["--json"]);
  });

  it.each([
    { name: "an unknown option", args: ["--jsn"], says: "unknown option --jsn; try --help" },
    { name: "an unknown option with text", args: ["--jsn=1"], says: "unknown option --jsn; try --help" },
    { name: "an unknown short option", args: ["-x"], says: "unknown option -x; try --help" },
    {
      name: "a row of short options as long as a system lets pass",
      args: [`-${"h".repeat(131_000)}`],
      says: `unknown option -${"h".repeat(19)}...; try --help`,
    },
    { name: "the negation of a switch", args: ["--no-json"], says: "unknown option --no-json; try --help" },
    {
      name: "an object's own property as an option",
      args: ["--constructor"],
      says: "unknown option --constructor; try --help",
    },
    { name: "an option without its text, at the end", args: ["--place"], says: MISSING },
    { name: "an option without its text, before another", args: ["--place", "--json"], says: MISSING },
    { name: "text that begins with a dash", args: ["--place", "-5"], says: MISSING },
    { name: "a switch with text", args: ["--json=yes"], says: "--json takes no value; try --help" },
    { name: "a word too many", args: ["one", "two"], says: 'unexpected argument "two"' },
    {
      name: "a word too many, with an escape sequence",
      args: ["one", "\x1b[2J\n::error::"],
      says: 'unexpected argument "\\u{1b}[2J\\u{a}::error::"',
    },
    {
      name: "an unknown option, with an escape sequence",
      args: ["--\x1b[2J\n'"],
      says: "unknown option --\\u{1b}[2J\\u{a}; try --help",
    },
    { name: "text given twice", args: ["--place", "a", "--place=b"], says: "--place was given twice" },
    { name: "the same text given twice", args: ["--place=a", "--place=a"], says: "--place was given twice" },
    { name: "a switch given twice", args: ["--json", "one", "--json"], says: "--json was given twice" },
    { name: "a switch given by both its names", args: ["-h", "--help"], says: "--help was given twice" },
  ])("refuses $name, in one line that says so", async ({ args, says }) => {
    const error = await thrownBy(() => parseArguments(args, OPTIONS, 1));
    expect(error).toMatchObject({ name: "DrillError", code: "usage", message: says });
  });

  it("takes a long word that begins with - after -- for a word", () => {
    const word = `-${"x".repeat(2000)}`;
    expect(parseArguments(["--", word], OPTIONS, 1).positionals).toEqual([word]);
  });

  it("takes options given twice after -- for words", () => {
    expect(parseArguments(["--json", "--", "--json"], OPTIONS, 1).positionals).toEqual(["--json"]);
  });
});

describe("wholeNumber", () => {
  it.each([
    ["0", 0],
    ["1722161166529", 1_722_161_166_529],
    ["9007199254740991", 9_007_199_254_740_991],
  ])("takes %s", (text, value) => {
    expect(wholeNumber("--last-ts", text)).toBe(value);
  });

  it.each([
    { name: "nothing", text: "" },
    { name: "a negative number", text: "-1" },
    { name: "a fraction", text: "1.5" },
    { name: "an exponent", text: "1e3" },
    { name: "hex digits", text: "0x10" },
    { name: "a leading blank", text: " 1" },
    { name: "a trailing newline", text: "1\n" },
    { name: "digits of another script", text: "\u0661" },
    { name: "NaN", text: "NaN" },
    { name: "Infinity", text: "Infinity" },
    { name: "the first number that is not exact", text: "9007199254740992" },
    { name: "a number of 17 digits", text: "10000000000000000" },
  ])("refuses $name and names the option", async ({ text }) => {
    const error = await thrownBy(() => wholeNumber("--last-ts", text));
    expect(error).toMatchObject({ code: "usage", message: expect.stringMatching(/^--last-ts: \P{Cc}+$/u) });
  });
});
