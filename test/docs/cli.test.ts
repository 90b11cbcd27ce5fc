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
import { expectShown } from "../golden/shown-output.js";
import { CheckoutCopy } from "../support/checkout-copy.js";
import { readDocument } from "../support/documents.js";
import { fencesOf, firstColumnOf, sectionOf, tablesOf } from "../support/markdown.js";

const CLI = readDocument("docs/cli.md");
const COMMANDS: readonly { name: string; help: string; options: OptionTable }[] = [
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
];

function sectionOfCommand(name: string): string {
  return sectionOf(CLI, `account-sync-drill ${name}`);
}

describe("docs/cli.md", () => {
  it.each(COMMANDS)("shows the usage of $name as its help does", ({ name, help }) => {
    const usage = help.slice(0, help.indexOf("\n\n") + 1);
    expectShown(fencesOf(sectionOfCommand(name))[0]?.text ?? "", usage);
  });

  it.each(COMMANDS)("explains each option of $name, and no other", ({ name, options }) => {
    const explained = firstColumnOf(sectionOfCommand(name), 0).map((code) => code.split(" ")[0]);
    expect(explained).toEqual(Object.keys(options).map((option) => `--${option}`));
  });

  it.each([
    { name: "verify", command: "account-sync-drill verify .artifacts/account_sync_fire_drill/*" },
    { name: "sync", command: "account-sync-drill sync --snapshot docs/examples/account.json" },
  ])("explains each field of the JSON of $name, and no other", ({ name, command }) => {
    const { output } = new CheckoutCopy().shell(
      `account-sync-drill >drill.log; ${command} --json 2>errors.log`,
    );
    const fields = Object.keys(JSON.parse(output));
    expect(firstColumnOf(sectionOfCommand(name), 1).sort()).toEqual(fields.sort());
  });

  it("explains each exit code, and no other", () => {
    const codes = tablesOf(sectionOf(CLI, "Exit codes"))[0]?.map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT));
  });
});
