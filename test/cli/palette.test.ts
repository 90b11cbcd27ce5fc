import { describe, expect, it } from "vitest";
import { paletteFor } from "../../src/cli/palette.js";

const ESCAPE = "\u001b";

describe("paletteFor", () => {
  it.each([
    { name: "a terminal", isTerminal: true, env: { TERM: "xterm-256color" } },
    { name: "a terminal without a name", isTerminal: true, env: {} },
    { name: "a terminal where NO_COLOR is empty", isTerminal: true, env: { NO_COLOR: "" } },
    { name: "no terminal where FORCE_COLOR asks for it", isTerminal: false, env: { FORCE_COLOR: "1" } },
    {
      name: "a dumb terminal where FORCE_COLOR asks for it",
      isTerminal: true,
      env: { FORCE_COLOR: "3", TERM: "dumb" },
    },
  ])("colours on $name, and every colour ends where the text does", ({ isTerminal, env }) => {
    const { good, bad, faint } = paletteFor(isTerminal, env);
    expect(good("x")).toBe(`${ESCAPE}[32mx${ESCAPE}[39m`);
    expect(bad("x")).toBe(`${ESCAPE}[31mx${ESCAPE}[39m`);
    expect(faint("x")).toBe(`${ESCAPE}[2mx${ESCAPE}[22m`);
  });

  it.each([
    { name: "where there is no terminal", isTerminal: false, env: { TERM: "xterm" } },
    { name: "where FORCE_COLOR is 0", isTerminal: true, env: { FORCE_COLOR: "0", TERM: "xterm" } },
    { name: "where FORCE_COLOR is false", isTerminal: true, env: { FORCE_COLOR: "false" } },
    {
      name: "where NO_COLOR is set beside FORCE_COLOR",
      isTerminal: true,
      env: { NO_COLOR: "1", FORCE_COLOR: "1" },
    },
    { name: "where NO_COLOR is set", isTerminal: true, env: { NO_COLOR: "1", TERM: "xterm" } },
    { name: "where NO_COLOR is set to 0", isTerminal: true, env: { NO_COLOR: "0", TERM: "xterm" } },
    { name: "on a dumb terminal", isTerminal: true, env: { TERM: "dumb" } },
  ])("leaves text as it is $name", ({ isTerminal, env }) => {
    const { good, bad, faint } = paletteFor(isTerminal, env);
    expect([good("x"), bad("x"), faint("x")]).toEqual(["x", "x", "x"]);
  });
});
