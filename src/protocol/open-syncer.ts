import type { DrilledSyncer } from "../drill/drilled-syncer.js";
import { splitCommand } from "./command-words.js";
import { moduleOf } from "./counterpart.js";
import type { ProgramPorts } from "./program.js";
import { ProgramSyncer } from "./program-syncer.js";
import { DEFAULT_TIME_LIMITS, type TimeLimits } from "./time-limits.js";

// One word that ends as JavaScript or TypeScript does.
const MODULE = /\.[cm]?[jt]s$/;

/** A syncer to drill, and how to leave nothing of it behind. */
export interface OpenedSyncer {
  readonly syncer: DrilledSyncer;
  readonly dispose: () => void;
}

/**
 * The syncer that a `--syncer` names: a command to speak the protocol with, or the path of a module, which a
 * process of its own hosts. Nothing is started or loaded before the first drill.
 *
 * @throws DrillError `usage` where the command needs a shell.
 */
export function openSyncer(
  command: string,
  ports: ProgramPorts,
  limits: TimeLimits = DEFAULT_TIME_LIMITS,
): OpenedSyncer {
  const words = splitCommand(command);
  const [path = ""] = words;
  const syncer =
    words.length === 1 && MODULE.test(path)
      ? new ProgramSyncer([...ports.moduleHost, path], ports, limits, moduleOf(path))
      : new ProgramSyncer(words, ports, limits);
  return { syncer, dispose: () => syncer.dispose() };
}
