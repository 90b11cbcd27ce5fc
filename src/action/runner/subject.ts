import { type DrillSubject, openSubject } from "../../fire-drill/subject.js";
import type { ProgramPorts } from "../../protocol/program.js";
import type { ActionInputs } from "./inputs.js";

// Inputs hold the token, ACTIONS_ the runner's own; a GITHUB_ file would let a program write to later steps.
const KEPT_BACK = /^(?:INPUT_|ACTIONS_)|^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY|TOKEN)$/i;

/**
 * What the inputs ask to be drilled: the bundled syncer, or one of the user's own.
 *
 * @throws DrillError `usage` where the command of `syncer` needs a shell.
 */
export function subjectOf(
  { syncer: command, suite, metricPrefix }: ActionInputs,
  ports: () => ProgramPorts,
): DrillSubject {
  return openSubject({ command, suite, prefix: metricPrefix }, () => {
    const { env, ...others } = ports();
    return { ...others, env: withoutSecrets(env) };
  });
}

/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
export function withoutSecrets(env: ProgramPorts["env"]): ProgramPorts["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
