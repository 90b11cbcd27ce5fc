import { BundledSyncer } from "../../drill/bundled-syncer.js";
import { drillsOf } from "../../drills/suites.js";
import { openSyncer } from "../../protocol/open-syncer.js";
import type { ProgramPorts } from "../../protocol/program.js";
import { TOOL_VERSION } from "../../tool-version.js";
import type { ActionSubject } from "../run.js";
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
): ActionSubject {
  const common = { drills: drillsOf(suite, metricPrefix), prefix: metricPrefix, toolVersion: TOOL_VERSION };
  if (command === null) return { ...common, syncer: new BundledSyncer(TOOL_VERSION, metricPrefix) };
  const { env, ...others } = ports();
  return { ...common, ...openSyncer(command, { ...others, env: withoutSecrets(env) }) };
}

/** The environment that a drilled program gets: without what belongs to the runner and to this action. */
export function withoutSecrets(env: ProgramPorts["env"]): ProgramPorts["env"] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !KEPT_BACK.test(name)));
}
