import { basename } from "node:path";
import { BundledSyncer } from "../drill/bundled-syncer.js";
import { DrillError } from "../errors.js";
import { directorySource } from "../evidence/read/evidence-source.js";
import { syncEvidenceIn } from "../evidence/read/sync-evidence-in.js";
import { verifySource } from "../evidence/read/verify.js";
import { parseSettle } from "../protocol/parse-settle.js";
import { historyOfEvidence, type MadeHistory } from "../replay/history-of-evidence.js";
import { type EvidencedSync, readSyncEvidence } from "../replay/sync-evidence-reading.js";
import { AT_ONCE } from "../syncer/settling.js";
import { TOOL_VERSION } from "../tool-version.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";
import { renderVerification } from "./verify-command.js";

/** The options of `history`. */
export const HISTORY_OPTIONS = { settle: { type: "string" } } as const;

/**
 * `history DIR...`: makes one history of the evidence that syncs left, and prints it. Damaged evidence is refused.
 *
 * @throws DrillError `usage` or `bad_input`.
 */
export async function historyCommand(args: ParsedArguments, outside: Outside): Promise<ExitCode> {
  const { positionals } = args;
  if (positionals.length === 0 || positionals.includes("")) {
    throw new DrillError("usage", "history: which evidence of syncs, such as .artifacts/account_sync?");
  }
  const settle = args.text("settle");
  const grace = settle === undefined ? AT_ONCE : parseSettle("--settle", settle);
  const syncs: EvidencedSync[] = [];
  for (const directory of syncEvidenceIn(outside.fs, positionals)) {
    const source = directorySource(outside.fs, directory);
    const verification = verifySource(source);
    if (verification.damage.length > 0) {
      outside.stderr.write(renderVerification(directory, verification));
      return EXIT.found;
    }
    syncs.push(readSyncEvidence(source, basename(outside.fs.realpathSync(directory))));
  }
  const made = await historyOfEvidence(
    syncs,
    grace,
    (own) => new BundledSyncer(TOOL_VERSION, undefined, own),
  );
  outside.stdout.write(made.text);
  outside.stderr.write(renderNext(made, outside.program));
  return EXIT.ok;
}

function renderNext({ syncs, expecting, notes }: MadeHistory, program: string): string {
  const count = `${syncs} ${syncs === 1 ? "sync" : "syncs"}`;
  const lines = [
    ...notes.map((note) => `note: ${note}`),
    `history: ${count}, ${expecting} with what to expect`,
    `Next: read what each line expects, correct it, keep the file, and run: ${program} drill --replay FILE`,
  ];
  return `${lines.join("\n")}\n`;
}
