import { describe, expect, it } from "vitest";
import { commandsIn } from "./runner-log.js";

function named(log: string): string[] {
  return commandsIn(log).map(({ name, message }) => `${name} ${message}`);
}

describe("a runner's commands", () => {
  it.each([
    { name: "at the start of a line", log: "::error::a", found: ["error a"] },
    { name: "behind blanks", log: "  ::warning::a", found: ["warning a"] },
    { name: "not within a line", log: "a ::error::b", found: [] },
    { name: "of old, anywhere", log: "a ##[set-output name=b;]c", found: ["set-output c"] },
    { name: "behind a carriage return", log: "a\r::error::b", found: ["error b"] },
    { name: "not unknown ones", log: "::hello::a", found: [] },
    { name: "with their escapes undone", log: "::error::a%0Ab%25", found: ["error a\nb%"] },
    {
      name: "not while they are stopped",
      log: "::stop-commands::t\n::error::a\n##[error]b\n::t::\n::error::c",
      found: ["stop-commands t", "error c"],
    },
    {
      name: "not after another token than the one that stopped them",
      log: "::stop-commands::t\n::u::\n::error::a",
      found: ["stop-commands t"],
    },
  ])("are found $name", ({ log, found }) => {
    expect(named(log)).toEqual(found);
  });

  it("have properties", () => {
    const [command] = commandsIn("::error title=a%2C b; c=d,file=c::d");
    expect(command?.properties).toEqual({ title: "a, b; c=d", file: "c" });
  });

  it("of old have theirs between semicolons", () => {
    const [command] = commandsIn("##[error title=a, b;file=c]d");
    expect(command?.properties).toEqual({ title: "a, b", file: "c" });
  });
});
