import { describe, expect, it } from "vitest";
import { legWords } from "../../src/report/matrix-leg.js";

const DEEP = `{"a":${"[".repeat(1e5)}${"]".repeat(1e5)}}`;

describe("legWords", () => {
  it.each([
    { name: "one value", leg: '{"node":"20"}', words: "node 20" },
    {
      name: "several, as a runner prints them",
      leg: '{\n  "node": 20,\n  "os": "linux"\n}',
      words: "node 20, os linux",
    },
    { name: "a value that is no text", leg: '{"a":{"b":[1]}}', words: 'a {"b":[1]}' },
    { name: "null", leg: '{"a":null}', words: "a null" },
    { name: "an empty object", leg: "{}", words: "" },
    { name: "no object: as it is", leg: "[1]", words: "[1]" },
    { name: "what is nested too deep: as it is", leg: DEEP, words: DEEP },
    { name: "no JSON: as it is", leg: "{node", words: "{node" },
  ])("says $name", ({ leg, words }) => {
    expect(legWords(leg)).toBe(words);
  });
});
