import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileGoRegexp } from "../../../../src/deployment/routing/go-regexp/go-regexp.js";

describe("a pattern", () => {
  it.each([
    ["is anchored at both ends", "acc", "account", "no"],
    ["matches the whole text", "acc.*", "account", "yes"],
    ["anchors every branch", "a|ab", "ab", "yes"],
    ["keeps . from line feeds", "a.b", "a\nb", "no"],
    ["lets . match line feeds with (?s)", "(?s)a.b", "a\nb", "yes"],
    ["keeps $ to the end of the text", "a$\nb", "a\nb", "no"],
    ["lets $ match before line feeds with (?m)", "(?m)a$\nb", "a\nb", "yes"],
    ["ignores case with (?i)", "(?i)ACCOUNT", "account", "yes"],
    ["ends flags with their group", "(?i:A)B", "ab", "no"],
    ["takes flags away", "(?i)A(?-i)B", "ab", "no"],
    ["takes the Kelvin sign for a k", "(?i)k", "\u212a", "yes"],
    ["takes no Kelvin sign without (?i)", "k", "\u212a", "no"],
    ["folds case before it negates", "(?i)[^k]", "K", "no"],
    ["has \\z", "a\\z", "a", "yes"],
    ["has \\A", "\\Aa", "a", "yes"],
    ["has classes of POSIX", "[[:alpha:]_]+", "a_B", "yes"],
    ["has negated classes of POSIX", "[[:^digit:]]", "1", "no"],
    ["has words of ASCII", "\\w", "é", "no"],
    ["has no vertical tab among the blanks", "\\s", "\v", "no"],
    ["has categories", "\\pL\\p{Nd}\\PN", "a1b", "yes"],
    ["has negated categories", "\\p{^Lu}", "A", "no"],
    ["has scripts", "\\p{Greek}+", "αβ", "yes"],
    ["has named groups", "(?P<a>x)(?<b>y)", "xy", "yes"],
    ["has counts", "x{2,3}", "xxxx", "no"],
    ["takes other braces for text", "x{,2}{}", "x{,2}{}", "yes"],
    ["takes quoted text as it is", "\\Qa.*\\E+", "a.**", "yes"],
    ["takes quoted text without an end", "x\\Q", "x", "cannot tell"],
    ["has hexadecimal and octal escapes", "\\x41\\x{1F600}\\101\\07", "A😀A\x07", "yes"],
    ["takes ] for text where it comes first", "[]a]+", "]a", "yes"],
    ["takes - for text at an end", "[a-]+[-a]", "a-a", "yes"],
    ["reads a character beyond 16 bits as one", "[😀-😂]", "😁", "yes"],
    ["knows word boundaries", "a\\b-\\Bb?", "a-", "yes"],
    ["matches an empty text", "", "", "yes"],
    ["is run as Go runs what it is put into", "a)|(?:b", "xb", "yes"],
  ])("%s", (_, source, text, expected) => {
    expect(compileGoRegexp(source).matches(text)).toBe(expected);
  });

  it.each([
    ["a look-ahead", "(?=a)a"],
    ["a reference to a group", "(a)\\1"],
    ["an escape that Go has not", "\\Z"],
    ["a repetition of nothing", "*a"],
    ["a repetition of a repetition", "a**"],
    ["a repetition at the start", "{2}"],
    ["too many times", "a{1001}"],
    ["a class that has no end", "[a"],
    ["a class that POSIX has not", "[[:letters:]]"],
    ["a range that ends before it begins", "[z-a]"],
    ["a group that has no end", "(a"],
    ["a group too many", "a)"],
    ["two groups of one name", "(?P<a>x)(?P<a>y)"],
    ["a property that is not known here", "\\p{Letter}"],
    ["more than ten thousand characters", "a".repeat(10_001)],
    ["more steps than there is room for", "((a{1000}){1000})"],
    ["deeper nesting than Go allows", `${"(".repeat(1002)}${")".repeat(1002)}`],
  ])("that has %s is not told", (_, source) => {
    expect(compileGoRegexp(source).matches("a")).toBe("cannot tell");
  });

  it.each([
    ["a property of a character that versions of Unicode may not agree on", "\\p{Han}", "漢"],
    ["the other case of such a character", "(?i)ⴀ", "Ⴀ"],
    ["a character whose category changed", "\\p{Ll}", "\u0295"],
  ])("is not told where it hangs on %s", (_, source, text) => {
    expect(compileGoRegexp(source).matches(text)).toBe("cannot tell");
  });

  it.each([
    ["it matches anyway", "\\p{Han}|漢", "漢", "yes"],
    ["it fails anyway", "\\p{Han}x", "漢", "no"],
  ])("is told where %s", (_, source, text, expected) => {
    expect(compileGoRegexp(source).matches(text)).toBe(expected);
  });

  it("that JavaScript would run for years is run at once", () => {
    expect(compileGoRegexp("(a+)+(a|aa)*(.*)*").matches(`${"a".repeat(2000)}\n`)).toBe("no");
  });

  it("is not run where it would take too long", () => {
    expect(compileGoRegexp("((a?){900}b?){1}").matches("a".repeat(10_000))).toBe("cannot tell");
  });

  it("matches the text that it quotes, and no other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const quoted = compileGoRegexp(text.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&"));
        expect(quoted.matches(text)).toBe("yes");
        expect(quoted.matches(other)).toBe(text === other ? "yes" : "no");
      }),
    );
  });
});

describe("what groups catch", () => {
  it.each([
    ["the greedy rest", "(.*)-(.*)", "a-b-c", ["a-b", "c"]],
    ["the lazy rest", "(.*?)-(.*)", "a-b-c", ["a", "b-c"]],
    ["what Perl would find first", "(a|ab)(c|bcd)?(d*)", "abcd", ["a", "bcd", ""]],
    ["nothing where they take no part", "(a)|(b)", "b", [undefined, "b"]],
    ["the last time", "(?:(a)|b)*", "aab", ["a"]],
    ["the other way round with (?U)", "(?U)(a+)(a*)", "aaa", ["a", "aa"]],
  ])("%s", (_, source, text, groups) => {
    const found = compileGoRegexp(source).captures(text);
    expect(typeof found === "string" ? found : found.byNumber).toEqual([text, ...groups]);
  });

  it("is found by name", () => {
    const found = compileGoRegexp("(?P<host>[^:]+):(?<port>[0-9]+)").captures("bot:9100");
    expect(typeof found === "string" ? found : Object.fromEntries(found.byName)).toEqual({
      host: "bot",
      port: "9100",
    });
  });

  it("is not told where thousands of groups would take too long, though the match is", () => {
    const pattern = compileGoRegexp(`(?:${"()".repeat(4000)}a)*`);
    expect([pattern.captures("a".repeat(100)), pattern.matches("a".repeat(100))]).toEqual([
      "cannot tell",
      "yes",
    ]);
  });

  it("is not told where a group may catch or not", () => {
    expect(compileGoRegexp("(\\p{Han})|(.)").captures("漢")).toBe("cannot tell");
  });
});
