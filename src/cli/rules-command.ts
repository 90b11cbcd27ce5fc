import { DrillError } from "../errors.js";
import { parseSettings } from "../rules/parse-settings.js";
import { PACK_FORMATS } from "../rules/render-pack.js";
import { quoted } from "../syncer/printable.js";
import type { ParsedArguments } from "./arguments.js";
import { EXIT, type ExitCode } from "./exit-codes.js";
import type { Outside } from "./outside.js";

/** The options of `rules`. */
export const RULES_OPTIONS = {
  format: { type: "string" },
  set: { type: "string", multiple: true },
} as const;

/**
 * `rules`: prints the rule pack, with the user's settings.
 *
 * @throws DrillError `usage`.
 */
export async function rulesCommand(args: ParsedArguments, { stdout }: Outside): Promise<ExitCode> {
  const format = args.text("format") ?? "prometheus";
  if (!isFormat(format)) {
    const known = Object.keys(PACK_FORMATS).join(", ");
    throw new DrillError("usage", `--format: expected one of ${known}, got ${quoted(format)}`);
  }
  stdout.write(PACK_FORMATS[format](parseSettings(args.list("set"))));
  return EXIT.ok;
}

function isFormat(format: string): format is keyof typeof PACK_FORMATS {
  return Object.hasOwn(PACK_FORMATS, format);
}
