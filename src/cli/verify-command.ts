import { DrillError } from "../errors.js";
import { type Verification, verifyEvidence } from "../evidence/verify.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** The options of `verify`. */
export const VERIFY_OPTIONS = { json: { type: "boolean" } } as const;

/**
 * `verify DIR`: reports every damage of an evidence directory.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function verifyCommand(
  args: ParsedArguments,
  { fs, stdout, stderr }: Outside,
): Promise<ExitCode> {
  const directory = args.positionals[0];
  if (directory === undefined || directory === "")
    throw new DrillError("usage", "verify: which evidence directory?");
  const verification = verifyEvidence(fs, directory);
  const json = args.has("json");
  (json ? stderr : stdout).write(renderVerification(directory, verification));
  if (json) stdout.write(`${verificationJson(directory, verification)}\n`);
  return verification.damage.length === 0 ? EXIT.ok : EXIT.found;
}

/** What `verify` says, for people: each damage on a line, and the verdict under them. */
export function renderVerification(directory: string, verification: Verification): string {
  const { damage, intact, fingerprint } = verification;
  const lines = [
    ...damage.map(({ kind, name, what }) => `  ${kind.toUpperCase()}: ${name}: ${what}`),
    damage.length === 0
      ? `verified: ${printable(directory)}: ${intact} files, each as its checksum says`
      : `damaged: ${printable(directory)}: ${damage.length} found, do not rely on this evidence`,
    ...(fingerprint === null ? [] : [`fingerprint: ${fingerprint}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function verificationJson(directory: string, verification: Verification): string {
  const { damage, intact, fingerprint } = verification;
  return canonicalJson({
    result: damage.length === 0 ? "verified" : "damaged",
    evidence_dir: directory,
    intact,
    fingerprint,
    damage: damage.map(({ kind, name, what }) => ({ kind, name, what })),
  });
}
