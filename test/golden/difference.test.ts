import { describe, expect, it } from "vitest";
import { differenceOf } from "./difference.js";

describe("what differs", () => {
  it.each([
    { name: "nothing", old: "a\n", by: "a\n", said: [] },
    { name: "a line", old: "a\nb\nc\n", by: "a\nB\nc\n", said: ["- b", "+ B"] },
    { name: "a line more", old: "a\na\n", by: "a\na\na\n", said: ["+ a"] },
    { name: "a line less", old: "a\nb\nc\n", by: "b\nc\n", said: ["- a"] },
    { name: "lines far apart", old: "a\nb\nc\nd\n", by: "A\nb\nc\nD\n", said: ["- a", "+ A", "- d", "+ D"] },
    { name: "all that is new", old: "", by: "a\n", said: ["+ a"] },
  ])("is told as lines gone and lines come: $name", ({ old, by, said }) => {
    expect(differenceOf(old, by)).toEqual(said);
  });
});
