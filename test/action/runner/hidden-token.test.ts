import { describe, expect, it } from "vitest";
import { withoutToken } from "../../../src/action/runner/hidden-token.js";

describe("a message", () => {
  it.each([
    { text: "Bearer ghs_local, ghs_local", token: "ghs_local", shown: "Bearer ***, ***" },
    { text: "nothing of it", token: "ghs_local", shown: "nothing of it" },
    { text: "a $& b", token: "$& b....", shown: "a $& b" },
    { text: "abc", token: "", shown: "abc" },
    { text: "the end", token: "e", shown: "the end" },
  ])("shows $shown", ({ text, token, shown }) => {
    expect(withoutToken(text, token)).toBe(shown);
  });
});
