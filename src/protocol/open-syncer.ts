import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { splitCommand } from "./command-words.js";
import { isModulePath, ModuleSyncer } from "./module-syncer.js";
import type { ProgramPorts } from "./program.js";
import { ProgramSyncer } from "./program-syncer.js";
import { DEFAULT_TIME_LIMITS, type TimeLimits } from "./time-limits.js";

/** A syncer to drill, and how to leave nothing of it behind. */
export interface OpenedSyncer {
  readonly syncer: DrilledSyncer;
  readonly dispose: () => void;
}

/**
 * The syncer that a `--syncer` names: a command to speak the protocol with, or the path of a module. Nothing is
 * started or loaded before the first drill.
 *
 * @throws DrillError `usage` where the command needs a shell.
 */
export function openSyncer(
  command: string,
  ports: ProgramPorts,
  limits: TimeLimits = DEFAULT_TIME_LIMITS,
): OpenedSyncer {
  const words = splitCommand(command);
  if (isModulePath(words)) {
    return { syncer: new ModuleSyncer(words[0] ?? "", limits), dispose: ports.leaveSoon };
  }
  const syncer = new ProgramSyncer(words, ports, limits);
  return { syncer, dispose: () => syncer.dispose() };
}
