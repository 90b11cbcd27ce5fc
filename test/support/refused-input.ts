import { existsSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import { BuiltCli } from "./run-cli.js";

/** A `sync` that has to be refused. */
export interface BadInput {
  readonly name: string;
  /** The content of account.json; without it there is no such file. */
  readonly account?: string | Uint8Array;
  /** The content of known.json. */
  readonly known?: string;
  /** What stands behind `sync`, instead of `--snapshot account.json`. */
  readonly args?: readonly string[];
  /** What the line names: where, and what. */
  readonly says: readonly string[];
}

/** Runs the built `sync`: exit code 2, one printable line on stderr that says it, no stack trace, no evidence. */
export function expectRefused(node: string, bad: BadInput): void {
  const cli = new BuiltCli(node);
  if (bad.account !== undefined) writeFileSync(cli.at("account.json"), bad.account);
  if (bad.known !== undefined) writeFileSync(cli.at("known.json"), bad.known);
  const args = bad.args ?? ["--snapshot", "account.json"];
  const env = { GRINDER_ACCOUNT_SYNC_EVIDENCE: "1" };
  const { exitCode, stdout, stderr } = cli.run(["sync", ...args], { env });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toMatch(/^account-sync-drill: [^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+\n$/u);
  expect(stderr).not.toContain("    at ");
  for (const words of bad.says) expect(stderr).toContain(words);
  expect(existsSync(cli.at(".artifacts"))).toBe(false);
}
