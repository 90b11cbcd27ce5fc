import { describe, expect, it } from "vitest";
import type { OptionTable } from "../../src/cli/arguments.js";
import { ATTEST_PREDICATE_OPTIONS } from "../../src/cli/attest-predicate-command.js";
import { DRILL_OPTIONS } from "../../src/cli/drill-command.js";
import { EXIT } from "../../src/cli/exit-codes.js";
import { helps } from "../../src/cli/help.js";
import { HISTORY_OPTIONS } from "../../src/cli/history-command.js";
import { INIT_OPTIONS } from "../../src/cli/init-command.js";
import { RULES_OPTIONS } from "../../src/cli/rules-command.js";
import { CHECK_OPTIONS, RING_OPTIONS, SELF_TEST_OPTIONS } from "../../src/cli/seldom-options.js";
import { SERVE_OPTIONS } from "../../src/cli/serve-command.js";
import { SYNC_OPTIONS } from "../../src/cli/sync-command.js";
import { VERIFY_OPTIONS } from "../../src/cli/verify-command.js";
import { runHere } from "../support/run-cli.js";

const COMMANDS = [
  { name: "drill", help: helps().drill, options: DRILL_OPTIONS },
  { name: "self-test", help: helps()["self-test"], options: SELF_TEST_OPTIONS },
  { name: "history", help: helps().history, options: HISTORY_OPTIONS },
  { name: "init", help: helps().init, options: INIT_OPTIONS },
  { name: "verify", help: helps().verify, options: VERIFY_OPTIONS },
  { name: "attest-predicate", help: helps()["attest-predicate"], options: ATTEST_PREDICATE_OPTIONS },
  { name: "sync", help: helps().sync, options: SYNC_OPTIONS },
  { name: "serve", help: helps().serve, options: SERVE_OPTIONS },
  { name: "rules", help: helps().rules, options: RULES_OPTIONS },
  { name: "check", help: helps().check, options: CHECK_OPTIONS },
  { name: "ring", help: helps().ring, options: RING_OPTIONS },
] as const satisfies readonly { name: string; help: string; options: OptionTable }[];

/** `--option PLACEHOLDER` for text, `--option` for a switch: as an option table has them. */
function tableOf(options: OptionTable): string[] {
  return Object.entries(options).map(
    ([name, { type }]) => `${name} ${type === "string" ? "takes text" : "is a switch"}`,
  );
}

/** The same, as the usage lines before the first blank line have them. */
function usageOf(help: string): string[] {
  const usage = help.slice(0, help.indexOf("\n\n"));
  return [...usage.matchAll(/--([a-z-]+)( [^\s[\]]+)?/g)].map(
    ([, name, placeholder]) => `${name} ${placeholder === undefined ? "is a switch" : "takes text"}`,
  );
}

/** The same, as the list of options has them. */
function listOf(help: string): string[] {
  return [...help.matchAll(/^ {2}--([a-z-]+)( \S+)?(?: {2,}\S|\n {26}\S)/gm)].map(
    ([, name, placeholder]) => `${name} ${placeholder === undefined ? "is a switch" : "takes text"}`,
  );
}

describe("help", () => {
  it.each(COMMANDS)(
    "$name: every option stands in the usage and in the list, and no other",
    ({ help, options }) => {
      expect(usageOf(help).sort()).toEqual(tableOf(options).sort());
      expect(listOf(help).sort()).toEqual(tableOf(options).sort());
    },
  );

  it.each(COMMANDS)("$name: lists the options in the order of the usage", ({ help }) => {
    expect(listOf(help)).toEqual(usageOf(help));
  });

  it("of the program names every command, and no other", () => {
    const names = COMMANDS.map(({ name }) => name);
    const listed = [...helps().program.matchAll(/^ {2}\[?([a-z][a-z-]+)\]? {2,}\S/gm)].map(
      ([, name]) => name,
    );
    expect(listed).toEqual(names);
    expect(Object.keys(helps())).toEqual(["program", ...names]);
  });

  it("of the program tells every exit code", () => {
    const codes = [...helps().program.matchAll(/(?<=[:;\n] ?)([0-9]) [a-z]/g)].map(([, code]) =>
      Number(code),
    );
    expect(codes).toEqual(Object.values(EXIT));
  });

  it.each(Object.entries(helps()))(
    "of %s fits a terminal of 80 columns and ends with one newline",
    (_, help) => {
      expect(help.split("\n").filter((line) => line.length > 80 && !/^ {26}\S+$/.test(line))).toEqual([]);
      expect(help).toMatch(/[^\n]\n$/);
    },
  );

  it.each([
    { args: ["--help"], help: helps().program },
    { args: ["-h"], help: helps().program },
    { args: ["help"], help: helps().program },
    { args: ["help", "drill"], help: helps().drill },
    { args: ["help", "verify"], help: helps().verify },
    { args: ["help", "sync"], help: helps().sync },
    { args: ["help", "dril"], help: helps().program },
    { args: ["drill", "--help"], help: helps().drill },
    { args: ["--json", "--help"], help: helps().drill },
    { args: ["verify", "--help"], help: helps().verify },
    { args: ["verify", "-h"], help: helps().verify },
    { args: ["sync", "--help"], help: helps().sync },
    { args: ["sync", "--snapshot", "nowhere", "-h"], help: helps().sync },
  ])("is what $args gives, on stdout, with exit code 0", async ({ args, help }) => {
    expect(await runHere(args)).toEqual({ exitCode: 0, stdout: help, stderr: "" });
  });
});
