import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { withoutTheMoment } from "../golden/golden.js";
import { leftOut } from "../support/left-out.js";
import { onThisNode } from "../support/node-versions.js";
import { BuiltCli } from "../support/run-cli.js";
import { ALL_PASSED } from "../support/suite-counts.js";

const script = spawnSync("script", ["--version"], { encoding: "utf8" });
const noTerminal = leftOut(
  script.status !== 0 || !script.stdout.includes("util-linux"),
  "colours on a terminal",
  "script of util-linux is missing",
);

/** What a terminal is sent. */
function onTerminal(cli: BuiltCli, env: Readonly<Record<string, string>>): string {
  const run = cli.shell(`script --quiet --return --command '"$NODE" dist/cli.js' /dev/null </dev/null`, {
    env,
  });
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  return run.stdout.replaceAll("\r\n", "\n");
}

onThisNode((node) => {
  describe("colours", () => {
    it.each([
      { name: "where TERM names a terminal", env: { TERM: "xterm-256color" }, are: false },
      { name: "unless FORCE_COLOR asks for them", env: { FORCE_COLOR: "3", TERM: "xterm" }, are: true },
    ])("are absent from a pipe, $name", ({ env, are }) => {
      const { stdout, stderr } = new BuiltCli(node).run([], { env });
      expect((stdout + stderr).includes("\u001b")).toBe(are);
    });

    it.skipIf(noTerminal)("are there on a terminal, and never needed: the words are those of a pipe", () => {
      const shown = onTerminal(new BuiltCli(node), { TERM: "xterm" });
      expect(shown).toContain("\u001b[32mPASS\u001b[39m");
      expect(shown).toContain(`\u001b[32m${ALL_PASSED}\u001b[39m`);
      const piped = new BuiltCli(node).run([]).stdout;
      expect(withoutTheMoment(stripVTControlCharacters(shown))).toBe(withoutTheMoment(piped));
    });

    it.skipIf(noTerminal).each([
      { name: "NO_COLOR is set", env: { NO_COLOR: "1", TERM: "xterm" } },
      {
        name: "NO_COLOR is set, whatever FORCE_COLOR says",
        env: { NO_COLOR: "1", FORCE_COLOR: "1", TERM: "xterm" },
      },
      { name: "the terminal is dumb", env: { TERM: "dumb" } },
    ])("are absent from a terminal where $name", ({ env }) => {
      expect(onTerminal(new BuiltCli(node), env)).not.toContain("\u001b");
    });
  });
});
