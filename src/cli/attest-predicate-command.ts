import { predicateOfEvidence } from "../attest/predicate-of-evidence.js";
import { DrillError } from "../errors.js";
import { openEvidence } from "../evidence/read/open-evidence.js";
import { quoted } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { renderVerification } from "./verify-command.js";

/** The options of `attest-predicate`. */
export const ATTEST_PREDICATE_OPTIONS = { url: { type: "string" } } as const;

/**
 * `attest-predicate DIR|ZIP`: verifies evidence, and prints what is to be signed of it.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function attestPredicateCommand(
  args: ParsedArguments,
  { fs, stdout, stderr }: Outside,
): Promise<ExitCode> {
  const path = args.positionals[0];
  if (path === undefined || path === "")
    throw new DrillError("usage", "attest-predicate: which evidence directory, or which zip of an artifact?");
  const url = readUrl(args.text("url"));
  const made = predicateOfEvidence(await openEvidence(fs, path), url);
  if (made.kind === "damaged") {
    stderr.write(renderVerification(path, made.verification));
    return EXIT.found;
  }
  stdout.write(made.text);
  return EXIT.ok;
}

function readUrl(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text)) return text;
  throw new DrillError("usage", `--url: expected the https address of the run, got ${quoted(text)}`);
}
