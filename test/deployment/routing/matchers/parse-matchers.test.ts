import { describe, expect, it } from "vitest";
import { matchersText } from "../../../../src/deployment/routing/matchers/matcher.js";
import {
  matcherSyntaxOf,
  parseMatchers,
} from "../../../../src/deployment/routing/matchers/parse-matchers.js";

const NONE = "none";

function read(text: string, version: string): string {
  const matchers = parseMatchers(text, matcherSyntaxOf(version));
  return matchers === undefined ? NONE : matchersText(matchers);
}

describe("matchers", () => {
  it.each([
    { name: "plain", text: 'a="b"', said: '{a="b"}' },
    { name: "without quotes", text: "a=b", said: '{a="b"}' },
    {
      name: "in braces, with blanks and a comma at the end",
      text: '{ a = "b" , c!="d", }',
      said: '{a="b",c!="d"}',
    },
    { name: "of all four kinds", text: "a=b,a!=b,a=~b,a!~b", said: '{a="b",a!="b",a=~"b",a!~"b"}' },
    { name: "with a comma in quotes", text: 'a="b,c",d=e', said: '{a="b,c",d="e"}' },
    { name: "with an escaped quote", text: 'a="say \\"hi\\""', said: '{a="say \\"hi\\""}' },
    { name: "with a line feed", text: 'a="b\\nc"', said: '{a="b\\nc"}' },
    { name: "with a backslash that escapes nothing", text: 'a=~"\\d+"', said: '{a=~"\\\\d+"}' },
    { name: "with an escaped backslash", text: 'a=~"\\\\d+"', said: '{a=~"\\\\d+"}' },
    {
      name: "with an escape of Go's that means another thing",
      text: 'a="\\t\\u00e9"',
      said: '{a="\\\\t\\\\u00e9"}',
    },
    { name: "with an empty value", text: 'a=""', said: '{a=""}' },
    { name: "with no value", text: "a=", said: '{a=""}' },
    { name: "with a blank in a value without quotes", text: "a=b c", said: '{a="b c"}' },
    { name: "of none", text: "{}", said: "{}" },
    { name: "with a quote that has no end", text: 'a="b', said: NONE },
    { name: "with a quote in the middle", text: 'a=b"c', said: NONE },
    { name: "with no operator", text: "a", said: NONE },
    { name: "with two commas", text: "a=b,,c=d", said: NONE },
  ])("$name are read alike by 0.25 and 0.28: $text", ({ text, said }) => {
    expect([read(text, "0.25.0"), read(text, "0.28.1")]).toEqual([said, said]);
  });

  it.each([
    { name: "with a name in quotes", text: '"a b"="c"', said: '{"a b"="c"}' },
    { name: "with a name of any letters", text: "é.x=b", said: '{é.x="b"}' },
    { name: "with Go's escapes", text: '"é"="\\u00e9\\t"', said: '{é="é\\u{9}"}' },
  ])("$name are read by 0.28 alone: $text", ({ text, said }) => {
    expect([read(text, "0.26.0"), read(text, "0.27.0")]).toEqual([NONE, said]);
  });

  it("whose pattern only the newer syntax can read are read so by 0.27", () => {
    expect(read('a=~"[\\"\\x5d"', "0.27.0")).toBe('{a=~"[\\"]"}');
  });

  it.each([
    ["0.26.0", "classic"],
    ["v0.9.1", "classic"],
    ["0.27.0", "utf8 with fallback"],
    ["1.0.0", "utf8 with fallback"],
    ["", "utf8 with fallback"],
  ])("of version %j are %s", (version, syntax) => {
    expect(matcherSyntaxOf(version)).toBe(syntax);
  });
});
