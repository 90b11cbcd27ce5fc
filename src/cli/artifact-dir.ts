import { DrillError } from "../errors.js";
import type { ParsedArguments } from "./arguments.js";
import type { Outside } from "./outside.js";

const DEFAULT_ARTIFACT_DIR = ".artifacts";

/**
 * Where evidence goes: `--artifact-dir`, then GRINDER_ARTIFACT_DIR, then `.artifacts`.
 *
 * @throws DrillError `usage` where the option is given without text.
 */
export function artifactDirOf(args: ParsedArguments, { env }: Outside): string {
  const given = args.text("artifact-dir");
  if (given === "") throw new DrillError("usage", "--artifact-dir: expected a directory, got nothing");
  return given ?? (env.GRINDER_ARTIFACT_DIR || DEFAULT_ARTIFACT_DIR);
}
