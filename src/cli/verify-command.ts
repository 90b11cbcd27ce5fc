import { DrillError } from "../errors.js";
import { openEvidence } from "../evidence/read/open-evidence.js";
import { type Verification, verifySource } from "../evidence/read/verify.js";
import { canonicalJson } from "../syncer/canonical-json.js";
import { printable } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** The options of `verify`. */
export const VERIFY_OPTIONS = { json: { type: "boolean" } } as const;

/**
 * `verify DIR|ZIP`: reports every damage of evidence, in its directory or in the artifact's zip.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function verifyCommand(
  args: ParsedArguments,
  { fs, stdout, stderr }: Outside,
): Promise<ExitCode> {
  const path = args.positionals[0];
  if (path === undefined || path === "")
    throw new DrillError("usage", "verify: which evidence directory, or which zip of an artifact?");
  const verification = verifySource(await openEvidence(fs, path));
  const json = args.has("json");
  (json ? stderr : stdout).write(renderVerification(path, verification));
  if (json) stdout.write(`${verificationJson(path, verification)}\n`);
  return verification.damage.length === 0 ? EXIT.ok : EXIT.found;
}

/** What `verify` says, for people: each damage on a line, and the verdict under them. */
export function renderVerification(path: string, verification: Verification): string {
  const { damage, intact, fingerprint } = verification;
  const lines = [
    ...damage.map(({ kind, name, what }) => `  ${kind.toUpperCase()}: ${name}: ${what}`),
    damage.length === 0
      ? `verified: ${printable(path)}: ${intact} files, each as its checksum says`
      : `damaged: ${printable(path)}: ${damage.length} found, do not rely on this evidence`,
    ...(fingerprint === null ? [] : [`fingerprint: ${fingerprint}`]),
  ];
  return `${lines.join("\n")}\n`;
}

function verificationJson(path: string, verification: Verification): string {
  const { damage, intact, fingerprint } = verification;
  return canonicalJson({
    result: damage.length === 0 ? "verified" : "damaged",
    evidence_dir: path,
    intact,
    fingerprint,
    damage: damage.map(({ kind, name, what }) => ({ kind, name, what })),
  });
}
